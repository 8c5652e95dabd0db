import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPlacement } from '@shared/channels/catalog'
import { cliJson, runCli } from '../support/cli'
import { readBack, readSize } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'

interface DemoDocument {
  files: number
  failed: number
  networks: string[]
  photographs: { total: number; added: number }
  out: string
  planned: { posts: number; channels: number; campaigns: number }
  pack: { folder: string; sheet: string; zip: string; totals: { variants: number; failed: number } }
  plan: { format: string; path: string; rows: number }[]
  exports: { manifest: string; contactSheet: string; folder: string; totals: { files: number } }[]
}
interface Manifest {
  files: { path: string; placement: { id: string } }[]
}

describe('the demo', () => {
  it('makes a client of real photographs and exports them, and works a second time', { timeout: 170_000 }, async () => {
    const folder = await tempFolder()
    const home = join(folder, 'home')
    const first = await cliJson<DemoDocument>(['demo'], { home })
    expect(first.code).toBe(0)
    expect(first.json).toMatchObject({ failed: 0, photographs: { total: 9, added: 9 } })
    expect(first.json.networks.length).toBeGreaterThanOrEqual(6)
    for (const part of first.json.exports) {
      const manifest = JSON.parse(await readFile(part.manifest, 'utf8')) as Manifest
      expect(manifest.files).toHaveLength(part.totals.files)
      for (const file of manifest.files) {
        const placement = findPlacement(file.placement.id)
        expect(readSize(join(part.folder, file.path)), file.path).toEqual({ width: placement?.width, height: placement?.height })
      }
      const [one] = manifest.files
      expect(readBack(join(part.folder, one?.path ?? '')).format).not.toBe('unknown')
      expect((await readFile(part.contactSheet)).length).toBeGreaterThan(1000)
    }
    expect(first.json.planned).toEqual({ posts: 40, channels: 6, campaigns: 3 })
    expect(first.json.pack.totals.failed).toBe(0)
    expect(first.json.pack.totals.variants).toBeGreaterThan(10)
    expect(await readFile(first.json.pack.sheet, 'utf8')).toContain('The farmhouse that was left')
    expect((await readFile(first.json.pack.zip)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    const [month] = first.json.plan
    expect(month).toMatchObject({ format: 'month' })
    expect((await readFile(month?.path ?? '')).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const assets = await cliJson<{ assets: { altText: string; title: string; tags: string[]; focalSource: string }[] }>(
      ['asset', 'list', '-c', 'Museum of Early Photography'],
      { home }
    )
    expect(assets.json.assets).toHaveLength(9)
    for (const asset of assets.json.assets) {
      expect(asset.altText.length).toBeGreaterThan(40)
      expect(asset).toMatchObject({ focalSource: 'person' })
      expect(asset.tags.length).toBeGreaterThan(0)
    }

    const again = await runCli(['demo', '--out', join(folder, 'again')], { home })
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('9 photographs, 0 of them new')
    expect(again.stdout).toMatch(/files for \d+ networks/)
    expect(again.stdout).toContain('Next: npm start')
    expect(again.stderr).not.toMatch(/error/i)
  })
})
