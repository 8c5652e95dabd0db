import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

const bundle = async (): Promise<string> => {
  // Inside the project, since the worker finds sharp from where it lies.
  const outDir = join(root, 'node_modules/.cache/media-worker', `pool-${process.env['VITEST_POOL_ID'] ?? '0'}`)
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: [/^file-type/] },
    build: {
      ssr: join(root, 'src/main/workers/media/index.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'media-worker.js' } }
    }
  })
  return join(outDir, 'media-worker.js')
}

let built: Promise<string> | null = null

/** Path of the media worker, bundled once for the test process as the app's build does it. */
export const mediaWorkerPath = (): Promise<string> => (built ??= bundle())

