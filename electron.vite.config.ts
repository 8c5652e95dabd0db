import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

// Mirrored in tsconfig.base.json and vitest.config.ts.
const alias = [
  { find: '@shared', replacement: source('shared') },
  // twitter-text asks for polyfills of what every host has, and for a package by the name of a deprecated part of Node.
  { find: /^core-js\/modules\/.*$/, replacement: source('shared/text/no-polyfill.ts') },
  { find: /^punycode$/, replacement: 'punycode/punycode.js' }
]
const pageAlias = [
  ...alias,
  // Exactly the package: its parts keep their own names.
  { find: /^zod$/, replacement: source('renderer/api/zod-without-eval.ts') }
]

/** Both hosts serve the page from the root of their origin, so that an address below it loads the same files. */
const servedFromRoot = { name: 'greenroom:base', enforce: 'post' as const, config: () => ({ base: '/' }) }

/** In the main process that name is taken for Node's before aliases are asked. */
const ownPunycode = {
  name: 'greenroom:own-punycode',
  transform: (code: string, id: string) =>
    id.includes('twitter-text/dist/esm/lib/idna') ? code.replace("from 'punycode'", "from 'punycode/punycode.js'") : undefined
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [ownPunycode],
    build: {
      // The loopback host and the command line run on the oldest Node we support, not on Electron's.
      target: 'node20.19',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          loopback: source('main/loopback.ts'),
          cli: source('main/cli.ts'),
          'media-worker': source('main/workers/media/index.ts'),
          'report-worker': source('main/workers/report/index.ts'),
          'parse-worker': source('main/workers/parse/index.ts')
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js'
        }
      }
    }
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  },
  renderer: {
    root: source('renderer'),
    resolve: { alias: pageAlias },
    plugins: [vue(), tailwindcss(), servedFromRoot],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
      __INTLIFY_DROP_MESSAGE_COMPILER__: 'false'
    },
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      // The policy is `font-src 'self'`: a font inlined as a data address would be refused.
      assetsInlineLimit: 0,
      // The page comes from this machine: a large file costs no wait.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: source('renderer/index.html') } }
    }
  }
})
