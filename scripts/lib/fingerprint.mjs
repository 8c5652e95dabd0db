import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot, root } from './paths.mjs'

const BUILT_FROM = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

function digest(describe) {
  const hash = createHash('sha256')
  for (const file of BUILT_FROM.flatMap(path => filesUnder(inRoot(path)))) {
    hash.update(`${relative(root, file)}\0`).update(describe(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Changes when a source file's date or size changed: cheap, and wrong only towards looking closer. */
export const sourceDates = () =>
  digest(file => {
    const { size, mtimeMs } = statSync(file)
    return `${size}:${mtimeMs}`
  })

/** Changes when the text of a source file changed. */
export const sourceContents = () => digest(file => readFileSync(file))

/** @param {string} path */
export const fileHash = path => createHash('sha256').update(readFileSync(path)).digest('hex')
