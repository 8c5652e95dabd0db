import { resolve } from 'node:path'
import { build } from 'vite'
import { inRoot, root } from '../../scripts/lib/paths.mjs'

/** Bundles an entry of the bench together with the app's sources that it uses, as the app's build does. */
export async function bundle(entry, name) {
  const outDir = inRoot('node_modules', '.cache', 'greenroom-bench-bundles')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': inRoot('src', 'shared') } },
    ssr: { noExternal: [/^(?!sharp$|sqlite3$|knex$|vite$|@myriaddreamin\/)/] },
    build: {
      ssr: inRoot(entry),
      outDir,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.js`, codeSplitting: false } }
    }
  })
  return resolve(outDir, `${name}.js`)
}
