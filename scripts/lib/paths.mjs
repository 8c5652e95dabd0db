import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

/** @param {...string} parts path inside the project */
export const inRoot = (...parts) => join(root, ...parts)

/** The script a package names as its command, to be run by this very Node: no shell, no .cmd files. */
export const tools = {
  electronVite: inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  electronBuilder: inRoot('node_modules', 'electron-builder', 'cli.js'),
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
  vueTsc: inRoot('node_modules', 'vue-tsc', 'bin', 'vue-tsc.js'),
  eslint: inRoot('node_modules', 'eslint', 'bin', 'eslint.js'),
  depcruise: inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
  vitest: inRoot('node_modules', 'vitest', 'vitest.mjs'),
  playwright: inRoot('node_modules', 'playwright-core', 'cli.js'),
  electronInstall: inRoot('node_modules', 'electron', 'install.js')
}
