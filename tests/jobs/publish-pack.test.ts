import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashesBelow } from '../support/exports'
import { openPackBench } from '../support/publish-pack'
import { readBack } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'

const week = { kind: 'days' as const, fromDay: '2026-11-23', toDay: '2026-11-29' }

async function weekOfPosts() {
  const bench = await openPackBench(3)
  await bench.plan({
    title: 'Second', text: 'On Wednesday\nwith a second line ☃', link: 'https://example.org/visit', firstComment: '#light', planned: { date: '2026-11-25', time: '18:30' },
    on: [['instagram', 'feed'], ['x', 'feed']], pictures: [1]
  })
  await bench.plan({ title: 'First', text: 'Monday', planned: { date: '2026-11-23', time: '00:30' }, on: [['facebook', 'story']], pictures: [0] })
  await bench.plan({ title: 'Next week', text: 'Later', planned: { date: '2026-11-30', time: '00:00' }, on: [['x', 'feed']] })
  return bench
}

describe('a publish pack', () => {
  it('holds a week in posting order: sized pictures, texts to the letter, a document and the sheet', async () => {
    const bench = await weekOfPosts()
    const report = await bench.pack({ scope: week })
    expect(report.totals).toMatchObject({ posts: 2, variants: 3, pictures: 3, failed: 0 })
    expect(basename(report.folder)).toBe('publish-pack_2026-11-23_2026-11-29')
    const folders = readdirSync(report.folder).sort()
    expect(folders).toEqual(['01_2026-11-23_0030_facebook-story', '02_2026-11-25_1830_instagram-feed', '03_2026-11-25_1830_x-feed', 'index.html'])
    const files = readdirSync(join(report.folder, folders[1] ?? '')).sort()
    expect(files[0]).toMatch(/^01_airplane_1080x\d+\.jpg$/)
    expect(files.slice(1)).toEqual(['alt-texts.txt', 'caption.txt', 'first-comment.txt', 'link.txt', 'post.json'])
    const text = (name: string) => readFileSync(join(report.folder, folders[1] ?? '', name), 'utf8')
    expect(text('caption.txt')).toBe('On Wednesday\nwith a second line ☃')
    expect(text('link.txt')).toBe('https://example.org/visit')
    expect(text('alt-texts.txt')).toBe('01\nPhotograph 2')
    expect(JSON.parse(text('post.json'))).toMatchObject({ schema: 'greenroom-post/1', network: 'instagram', format: 'feed', planned: { date: '2026-11-25', time: '18:30', zone: 'Europe/Oslo' } })
    const story = readdirSync(join(report.folder, folders[0] ?? '')).find((name) => name.endsWith('.jpg')) ?? ''
    expect(readBack(join(report.folder, folders[0] ?? '', story))).toMatchObject({ width: 1080, height: 1920 })
    expect(report.sheet && readFileSync(report.sheet, 'utf8')).toContain('18:30 Europe/Oslo')
    expect(report.zip).toBeNull()
  })

  it('goes into an archive that holds the folder as it is, and a second pack leaves the first alone', async () => {
    const bench = await weekOfPosts()
    const room = await tempFolder('greenroom-pack-')
    const destination = { kind: 'folder' as const, token: bench.core.registerPath(join(room, 'out')) }
    const first = await bench.pack({ scope: week, zip: true, destination })
    const before = hashesBelow(first.folder)
    expect(first.zip).toBe(`${first.folder}.zip`)
    execFileSync('python3', ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])', first.zip ?? '', join(room, 'unpacked')])
    expect(hashesBelow(join(room, 'unpacked', basename(first.folder)))).toEqual(before)
    const second = await bench.pack({ scope: week, destination })
    expect(basename(second.folder)).toBe('publish-pack_2026-11-23_2026-11-29_2')
    expect(hashesBelow(first.folder)).toEqual(before)
    expect(readdirSync(join(room, 'out')).some((name) => name.endsWith('.part'))).toBe(false)
  })

  it('stands still when a freeze begins while it is made, says why, and goes on once the posts are released', async () => {
    const { core, clientId, plan } = await openPackBench(3)
    const { client } = core
    const { variantIds } = await plan({ title: 'Harbor', text: 'Boats', planned: { date: '2030-11-25', time: '18:30' }, on: [['instagram', 'feed'], ['x', 'feed']], pictures: [0, 1, 2] })
    await client.posts.setState({ clientId, variantIds, state: 'scheduled' })
    const { jobId } = await client.handOff.pack({ clientId, scope: { kind: 'variants', variantIds } })
    await client.jobs.pause({ clientId, jobId })
    const { incidentId } = await client.incidents.open({ clientId, title: 'Fire', level: 2 })
    const { freezeId } = await client.incidents.freeze({ clientId, incidentId })
    await client.jobs.resume({ clientId, jobId })
    expect(await core.services.jobs.settled(clientId, jobId)).toMatchObject({ state: 'paused', failed: 0, error: { code: 'conflict.post-frozen', data: { incident: 'Fire' } } })
    const { folder, sheet } = await client.handOff.packReport({ clientId, jobId })
    expect(sheet).toBeNull()
    expect(readdirSync(folder, { recursive: true }).filter((name) => /index\.html$|\.part$/.test(String(name)))).toEqual([])
    for (const variantId of variantIds) await client.incidents.decide({ clientId, freezeId, items: [{ variantId, decision: 'released' }] })
    await client.jobs.resume({ clientId, jobId })
    expect(await core.services.jobs.settled(clientId, jobId)).toMatchObject({ state: 'done', failed: 0, error: null })
    expect(existsSync(join(folder, 'index.html'))).toBe(true)
  })

  it('lists what a post lacks and makes the rest', async () => {
    const bench = await openPackBench(2)
    const { core, clientId } = bench
    const { postId } = await bench.plan({
      title: 'Too little', text: 'No picture', planned: { date: '2026-11-24', time: '09:00' }, on: [['instagram', 'feed'], ['instagram', 'reel'], ['x', 'feed']], pictures: [0]
    })
    await core.client.assets.trash({ clientId, ids: [bench.assetIds[0] ?? ''] })
    const report = await bench.pack({ scope: { kind: 'post', postId } })
    const kinds = report.variants.map(({ problems }) => problems.map(({ kind }) => kind))
    expect(kinds).toEqual([['not-ready', 'no-media', 'asset-trashed'], ['not-ready', 'no-media', 'asset-trashed'], ['not-ready', 'asset-trashed']])
    expect(report.totals).toMatchObject({ pictures: 0, failed: 0, problems: 8 })
    expect(report.sheet && existsSync(report.sheet)).toBe(true)
    await expect(core.client.handOff.pack({ clientId, scope: { kind: 'days', fromDay: '2027-01-01', toDay: '2027-01-02' } })).rejects.toMatchObject({ code: 'validation.nothing-planned' })
    await expect(core.client.handOff.pack({ clientId, scope: { kind: 'days', fromDay: '2027-01-02', toDay: '2027-01-01' } })).rejects.toMatchObject({ code: 'validation.days' })
  })

  it('holds all channels of the posts that are chosen, each once', async () => {
    const bench = await openPackBench(1)
    const one = await bench.plan({ title: 'One', text: 'First', on: [['x', 'feed'], ['facebook', 'feed']] })
    const other = await bench.plan({ title: 'Other', text: 'Second', on: [['x', 'feed']] })
    await bench.plan({ title: 'Not chosen', text: 'Third', on: [['x', 'feed']] })
    const report = await bench.pack({ scope: { kind: 'posts', postIds: [one.postId, other.postId, one.postId] } })
    expect(report.variants.map(({ title, network }) => `${title} ${network}`).toSorted()).toEqual(['One facebook', 'One x', 'Other x'])
    const { client } = bench.core
    await expect(client.handOff.pack({ clientId: bench.clientId, scope: { kind: 'posts', postIds: [one.postId, 'gone'] } })).rejects.toMatchObject({ code: 'not-found.post', data: { post: 'gone' } })
  })

  it('names folders and files so that every disk takes them', async () => {
    const bench = await openPackBench(0)
    const { postId } = await bench.plan({ title: 'CON: "a/b" <x>?*|. ', text: 'x', on: [['x', 'feed']] })
    const report = await bench.pack({ scope: { kind: 'post', postId } })
    expect(basename(report.folder)).not.toMatch(/[<>:"/\\|?*]|[. ]$/)
    expect(readdirSync(report.folder).sort()).toEqual(['01_unplanned_x-feed', 'index.html'])
  })
})
