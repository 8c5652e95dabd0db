import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '..', '..')

const BUILT_OR_FETCHED = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', '.git', '.greenroom'])

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    if (BUILT_OR_FETCHED.has(name)) return []
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

export interface SourceFile {
  /** Path inside the project, with forward slashes. */
  path: string
  text: string
  lines: number
}

/** The project's own files whose path matches, read whole. */
export function sourceFiles(pattern: RegExp): SourceFile[] {
  return walk(projectRoot)
    .map(file => ({ file, path: relative(projectRoot, file).split(sep).join('/') }))
    .filter(({ path }) => pattern.test(path))
    .map(({ file, path }) => {
      const text = readFileSync(file, 'utf8')
      return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
    })
}

export function projectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8')
}

export interface PackageManifest {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

export const packageManifest = (): PackageManifest => JSON.parse(projectFile('package.json')) as PackageManifest
