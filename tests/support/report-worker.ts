import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

async function bundle(): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/report-worker', String(process.pid))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(root, 'src/main/workers/report/index.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'report-worker.js' } }
    }
  })
  return join(outDir, 'report-worker.js')
}

let built: Promise<string> | null = null

/** Path of the report worker, bundled once for the test process as the app's build does it. */
export const reportWorkerPath = (): Promise<string> => (built ??= bundle())
