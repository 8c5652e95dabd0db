import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPlacement } from '@shared/channels/catalog'
import { cliJson, photograph, runCli } from '../support/cli'
import { readBack } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'

interface ExportDocument {
  job: { state: string }
  folder: string
  manifest: string
  contactSheet: string
  totals: { files: number; failed: number; bytes: number }
  files: { path: string; placementId: string; width: number; height: number; bytes: number; format: string }[]
}

async function homeWith(client: string): Promise<{ home: string; folder: string }> {
  const folder = await tempFolder()
  const home = join(folder, 'home')
  expect((await runCli(['client', 'add', client], { home })).code).toBe(0)
  return { home, folder }
}

async function photosIn(folder: string, names: readonly string[]): Promise<string> {
  const photos = join(folder, 'photos')
  await mkdir(photos, { recursive: true })
  for (const name of names) await copyFile(photograph(name), join(photos, `${name}.jpg`))
  return photos
}

describe('from photographs to every size', () => {
  it('adds a folder, exports it and finds everything whole', async () => {
    const { home, folder } = await homeWith('North Gallery')
    const photos = await photosIn(folder, ['march-pastoral', 'nagasaki-boats'])
    const added = await cliJson<{ added: unknown[]; refused: unknown[] }>(['asset', 'add', '--client', 'north gallery', photos], { home })
    expect(added).toMatchObject({ code: 0, json: { refused: [] } })
    expect(added.json.added).toHaveLength(2)

    const placements = 'ig-feed-4x5,li-post-landscape,pin-standard,wa-sticker'
    const args = ['export', '-c', 'North Gallery', '--all', '--placement', placements, '--fit', 'contain', '--out', 'sizes']
    const { code, json } = await cliJson<ExportDocument>(args, { home, cwd: folder })
    expect(code).toBe(0)
    expect(json.job.state).toBe('done')
    expect(json.files).toHaveLength(8)
    for (const file of json.files) {
      const placement = findPlacement(file.placementId)
      const picture = readBack(file.path)
      expect(picture, file.path).toMatchObject({ format: file.format, width: placement?.width, height: placement?.height })
      expect(picture.bytes.length).toBe(file.bytes)
      expect(file.bytes).toBeLessThanOrEqual(placement?.maxBytes ?? Infinity)
    }
    expect(JSON.parse(await readFile(json.manifest, 'utf8'))).toBeTypeOf('object')
    expect((await readFile(json.contactSheet)).subarray(0, 5).toString('latin1')).toMatch(/%PDF-|.PNG/)

    const check = await cliJson(['check', '-c', 'North Gallery'], { home })
    expect(check).toMatchObject({ code: 0, json: { ok: true, originals: { checked: 2 } } })
  })

  it('keeps the rest when one file is refused, and says why', async () => {
    const { home, folder } = await homeWith('Museum')
    const photos = await photosIn(folder, ['dust-bowl-home'])
    await writeFile(join(photos, 'notes.jpg'), 'not a picture')
    const { code, json } = await cliJson(['asset', 'add', '-c', 'Museum', photos], { home })
    expect(code).toBe(5)
    expect(json).toMatchObject({
      added: [{ file: 'dust-bowl-home.jpg', outcome: 'added' }],
      refused: [{ file: 'notes.jpg', error: { code: 'unsupported.not-an-image', category: 'unsupported' } }]
    })
    const people = await runCli(['asset', 'add', '-c', 'Museum', join(photos, 'notes.jpg')], { home })
    expect(people.stdout).toMatch(/1 file was not taken:\n {2}notes\.jpg: \S+/)
  })

  it('takes the same file twice as one asset', async () => {
    const { home, folder } = await homeWith('Museum')
    const photos = await photosIn(folder, ['black-canyon'])
    await runCli(['asset', 'add', '-c', 'Museum', photos], { home })
    const again = await cliJson(['asset', 'add', '-c', 'Museum', photos], { home })
    expect(again).toMatchObject({ code: 0, json: { added: [], known: [{ file: 'black-canyon.jpg' }] } })
    expect(await cliJson(['asset', 'list', '-c', 'Museum'], { home })).toMatchObject({ json: { total: 1 } })
  })

  it('follows no link out of the folder it was given', async () => {
    const { home, folder } = await homeWith('Museum')
    const outside = await photosIn(folder, ['black-canyon'])
    const given = join(folder, 'given')
    await mkdir(given)
    await symlink(outside, join(given, 'elsewhere'))
    await copyFile(photograph('nagasaki-boats'), join(given, 'boats.jpg'))
    const { json } = await cliJson(['asset', 'add', '-c', 'Museum', given], { home })
    expect(json).toMatchObject({ added: [{ file: 'boats.jpg' }], skipped: { links: 1 } })
  })

  it('sets a focal point by the beginning of the hash, and undoes it', async () => {
    const { home, folder } = await homeWith('Museum')
    await runCli(['asset', 'add', '-c', 'Museum', await photosIn(folder, ['black-canyon'])], { home })
    const list = await cliJson<{ assets: { sha256: string; focal: { x: number } }[] }>(['asset', 'list', '-c', 'Museum'], { home })
    const [before] = list.json.assets
    const args = ['asset', 'focus', '-c', 'Museum', '--asset', before!.sha256.slice(0, 8), '--x', '0.25', '--y', '0.75']
    expect(await cliJson(args, { home })).toMatchObject({ json: { asset: { focal: { x: 0.25, y: 0.75 }, focalSource: 'person' } } })
    const undone = await runCli(['undo', '-c', 'Museum'], { home })
    expect(undone).toMatchObject({ code: 0, stdout: 'Undone: focal point moved\n' })
    const after = await cliJson<typeof list.json>(['asset', 'list', '-c', 'Museum'], { home })
    expect(after.json.assets[0]?.focal).toEqual(before!.focal)
  })

  it('shows what would be made and makes nothing with --dry-run', async () => {
    const { home, folder } = await homeWith('Museum')
    await runCli(['asset', 'add', '-c', 'Museum', await photosIn(folder, ['black-canyon'])], { home })
    const args = ['export', '-c', 'Museum', '--all', '--placement', 'ig-feed-*', '--out', 'never', '--dry-run']
    const { code, json } = await cliJson<{ renditions: unknown[] }>(args, { home, cwd: folder })
    expect(code).toBe(0)
    expect(json.renditions).toHaveLength(4)
    await expect(readFile(join(folder, 'never'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('clients', () => {
  it('are renamed, archived, restored, removed by their typed name and recovered', async () => {
    const { home } = await homeWith('First Name')
    expect((await runCli(['client', 'rename', 'first name', 'Second Name'], { home })).stdout).toContain('is now “Second Name”')
    expect((await runCli(['client', 'archive', 'Second Name'], { home })).code).toBe(0)
    expect((await runCli(['client', 'restore', 'Second Name'], { home })).code).toBe(0)
    expect(await cliJson(['client', 'remove', 'Second Name', '--confirm', 'second'], { home })).toMatchObject({
      code: 2,
      json: { error: { code: 'validation.confirm-name' } }
    })
    expect((await runCli(['client', 'remove', 'Second Name', '--confirm', 'Second Name'], { home })).code).toBe(0)
    expect(await cliJson(['client', 'list'], { home })).toMatchObject({ json: { clients: [] } })
    expect((await runCli(['client', 'recover', 'Second Name'], { home })).code).toBe(0)
    expect(await cliJson(['client', 'list'], { home })).toMatchObject({ json: { clients: [{ name: 'Second Name' }] } })
  })

  it('are taken from a folder copied from another machine', async () => {
    const { home, folder } = await homeWith('Traveler')
    await runCli(['asset', 'add', '-c', 'Traveler', await photosIn(folder, ['black-canyon'])], { home })
    const list = await cliJson<{ clients: { id: string }[] }>(['client', 'list'], { home })
    const other = join(folder, 'other')
    const opened = await runCli(['client', 'open', join(home, 'workspaces', list.json.clients[0]!.id)], { home: other })
    expect(opened).toMatchObject({ code: 0, stdout: '“Traveler” is in the list.\n' })
    expect(await cliJson(['asset', 'list', '-c', 'Traveler'], { home: other })).toMatchObject({ json: { total: 1 } })
  })
})
