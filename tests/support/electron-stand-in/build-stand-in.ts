import { join, resolve } from 'node:path'
import { build } from 'vite'

export const root = resolve(import.meta.dirname, '../../..')
const source = import.meta.dirname
const built = join(root, 'node_modules/.cache/electron-stand-in')

let building: Promise<void> | undefined

async function buildOnce(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: true,
      target: 'node20.19',
      outDir: join(built, String(process.pid)),
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          electron: join(source, 'electron/index.ts'),
          register: join(source, 'node/register.ts'),
          loader: join(source, 'node/loader.ts'),
          'parent-port': join(source, 'node/parent-port.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  })
}

/** Bundles the stand-in for this test process. @returns path of the module for `node --import` */
export async function buildStandIn(): Promise<string> {
  building ??= buildOnce()
  await building
  return join(built, String(process.pid), 'register.js')
}
