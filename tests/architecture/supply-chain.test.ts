import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageManifest, projectFile, projectRoot } from '../support/source-files'

interface LockEntry {
  version?: string
  link?: boolean
  optional?: boolean
  dev?: boolean
  hasInstallScript?: boolean
  integrity?: string
  /** Comes inside the archive of its parent, whose content is pinned. */
  inBundle?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const lock = JSON.parse(projectFile('package-lock.json')) as { packages: Record<string, LockEntry> }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Versions below these carry a known fault that reaches us. */
const AT_LEAST: Record<string, string> = {
  sharp: '0.35.5',
  sqlite3: '6.0.1',
  knex: '3.3.0',
  electron: '45.4.1',
  vue: '3.5.45',
  '@orpc/server': '1.16.1'
}

/**
 * Typst's binaries for machines other than Linux on x64: named in the lock file by version, so that `npm ci` accepts it
 * everywhere, but without a hash, since the registry it was written against did not carry them.
 */
const UNPINNED = /^@myriaddreamin\/typst-ts-node-compiler-(?!linux-x64-)/

/** Never, in any version of the registry: a spreadsheet reader stuck at a known fault, one that a single cell can kill. */
const NEVER = ['xlsx', 'exceljs']

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PDDL-1.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib'
])

/** Neither on the list above nor copied into ours: each with the reason why it may stay. */
const EXCEPTIONS: Record<string, string> = {
  '@img/sharp-libvips': 'LGPL-3.0: libvips, loaded as a library of its own and replaceable by the user',
  '@img/sharp': 'Apache-2.0 AND LGPL-3.0 on Windows and WebAssembly, where libvips is in the same file',
  'twitter-text': 'Apache-2.0 by the LICENSE file it comes with; its manifest names none',
  lightningcss: 'MPL-2.0: a build tool, not shipped, not changed',
  'axe-core': 'MPL-2.0: a test tool, not shipped, not changed',
  'ical.js': 'MPL-2.0: bundled as it is; its source is the package of the same version, not changed'
}

const isExcepted = (name: string): boolean => Object.keys(EXCEPTIONS).some(known => name === known || name.startsWith(`${known}-`))

/** Terms of an SPDX expression: one choice of an OR is enough, every part of an AND is needed. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(' OR ').some(choice => choice.split(' AND ').every(term => PERMISSIVE.has(term.trim())))
}

interface Licensed {
  license?: string | { type?: string }
  licenses?: { type?: string }[]
}

function licenseOf(path: string): string {
  const { license, licenses } = JSON.parse(readFileSync(join(projectRoot, path, 'package.json'), 'utf8')) as Licensed
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none given'
}

const numbers = (version: string): number[] => version.split(/[.-]/).map(Number)

function isAtLeast(version: string, floor: string): boolean {
  const have = numbers(version)
  const index = numbers(floor).findIndex((part, place) => part !== have[place])
  return index === -1 || (have[index] ?? 0) > (numbers(floor)[index] ?? 0)
}

describe('the packages we take', () => {
  const { dependencies, devDependencies, allowScripts } = packageManifest()

  it('are named with exact versions', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })

  it('are the ones in the lock file', () => {
    expect(lock.packages['']?.dependencies).toEqual(dependencies)
    expect(lock.packages['']?.devDependencies).toEqual(devDependencies)
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('are pinned by their content', () => {
    const unpinned = packages.filter(([, { integrity, link, inBundle }]) => !integrity && !link && !inBundle).map(([path]) => nameOf(path))
    expect(unpinned.filter(name => !UNPINNED.test(name))).toEqual([])
  })

  it('run no script on installation but the ones that were read', () => {
    const withScripts = packages.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path))
    expect([...new Set(withScripts)].sort()).toEqual(['electron-winstaller', 'sqlite3'])
    expect(allowScripts).toEqual({ 'electron-winstaller': false, sqlite3: true })
  })

  it.each(Object.entries(AT_LEAST))('have %s at %s or later', (name, floor) => {
    for (const [path, { version }] of packages.filter(([path]) => nameOf(path) === name)) {
      expect(isAtLeast(version ?? '0', floor), `${path} ${version}`).toBe(true)
    }
  })

  it('hold none that is never to be taken', () => {
    expect(packages.map(([path]) => nameOf(path)).filter(name => NEVER.includes(name))).toEqual([])
  })

  it('speak one version of the contract', () => {
    const versions = packages.filter(([path]) => /^@orpc\/(?:contract|server|client)$/.test(nameOf(path))).map(([, { version }]) => version)
    expect(new Set(versions).size).toBe(1)
  })

  it('come under permissive licenses', () => {
    const installed = packages.filter(([path, { link }]) => !link && existsSync(join(projectRoot, path, 'package.json')))
    const odd = installed
      .map(([path]) => ({ name: nameOf(path), license: licenseOf(path) }))
      .filter(({ name, license }) => !isPermissive(license) && !isExcepted(name))
    expect(odd.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
    expect(installed.length).toBeGreaterThan(100)
  })
})
