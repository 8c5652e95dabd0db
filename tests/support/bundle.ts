import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * Bundles a source file as the app's build does, so that a test can start it as a process of its own.
 * It lies inside the project, since native packages are found from where the bundle lies; each pool of tests has its own.
 */
export async function bundleForNode(source: string, name: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/test-bundles', `${name}-${process.env['VITEST_POOL_ID'] ?? '0'}`)
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: [/^file-type/] },
    build: {
      ssr: join(root, source),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.js` } }
    }
  })
  return join(outDir, `${name}.js`)
}
