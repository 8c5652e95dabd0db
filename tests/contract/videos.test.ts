import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings } from '../support/operation-inputs'
import { addFiles, startTestCore, type TestCore, waitForJob } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'
import { fakeFfprobe, fakeProgram, hasRealPrograms, makeClip, portraitFacts, programsIn, tinyVideo, tinyWebm } from '../support/videos'

const real = await hasRealPrograms()

async function write(core: TestCore, name: string, bytes: Buffer): Promise<string> {
  const path = join(core.home, name)
  await writeFile(path, bytes)
  return path
}

async function start(programs: string) {
  const core = await startTestCore({ programs: programsIn(programs) })
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  return { core, clientId }
}

async function withClip(programs: string) {
  const { core, clientId } = await start(programs)
  await addFiles(core, clientId, [await write(core, 'Opening night.mp4', tinyVideo())])
  const [asset] = (await core.client.assets.list({ clientId })).assets
  return { core, clientId, assetId: asset?.id ?? '', asset }
}

describe('a video', () => {
  it('is kept byte for byte with the facts that ffprobe says, in one step that undo takes back', async () => {
    const { core, clientId, asset, assetId } = await withClip(await fakeFfprobe(await tempFolder(), portraitFacts))
    expect(asset).toMatchObject({
      title: 'Opening night', format: 'mp4', width: 1080, height: 1920,
      video: { read: true, seconds: 12.5, codec: 'h264', audioCodec: 'aac', hasAudio: true, bitsPerSecond: 6_800_000, coverSeconds: null }
    })
    expect(asset?.video?.framesPerSecond).toBeCloseTo(29.97, 2)
    const { downloadUrl, playUrl } = await core.client.assets.get({ clientId, assetId })
    expect(await core.openMedia(playUrl ?? '')).toEqual({ path: expect.stringContaining('.mp4') as unknown, contentType: 'video/mp4', bytes: tinyVideo().length })
    const original = await core.openMedia(downloadUrl)
    expect(await readFile(original?.path ?? '')).toEqual(tinyVideo())
    await core.client.history.undo({ clientId })
    expect((await core.client.assets.list({ clientId })).total).toBe(0)
    await core.client.history.redo({ clientId })
    expect((await core.client.assets.get({ clientId, assetId })).video).toMatchObject({ read: true, seconds: 12.5 })
  })

  it('is taken where no ffprobe is, and says that it was not read; its facts are read when one comes', async () => {
    const programs = await tempFolder()
    const { core, clientId, asset, assetId } = await withClip(programs)
    expect(asset).toMatchObject({ format: 'mp4', video: { read: false, seconds: null, codec: null, hasAudio: null } })
    for (const size of ['', '/small']) expect(await core.openMedia(`${asset?.thumbnailUrl}${size}`)).toMatchObject({ contentType: 'image/png' })
    expect(await core.client.assets.counts({ clientId })).toMatchObject({ videos: 1, unreadVideos: 1 })

    const without = await core.client.assets.readVideos({ clientId })
    await waitForJob(core, clientId, without.jobId)
    expect((await core.client.jobs.listItems({ clientId, jobId: without.jobId })).items).toMatchObject([{ state: 'failed', error: { code: 'unavailable.video-reader' } }])

    await fakeFfprobe(programs, portraitFacts)
    const { jobId } = await core.client.assets.readVideos({ clientId, ids: [assetId] })
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ state: 'done', done: 1, failed: 0 })
    expect(await core.client.assets.get({ clientId, assetId })).toMatchObject({ width: 1080, height: 1920, video: { read: true, seconds: 12.5 } })
    await expect(core.client.assets.readVideos({ clientId })).rejects.toMatchObject({ code: 'validation.nothing-selected', defined: true })
    await core.client.history.undo({ clientId })
    expect((await core.client.assets.get({ clientId, assetId })).video).toMatchObject({ read: false })
  })

  it('stands upright: what was turned when it was taken is as wide as it is shown', async () => {
    const turned = { ...portraitFacts, streams: [{ ...portraitFacts.streams[0], width: 1920, height: 1080, side_data_list: [{ rotation: -90 }] }] }
    const { asset } = await withClip(await fakeFfprobe(await tempFolder(), turned))
    expect(asset).toMatchObject({ width: 1080, height: 1920, video: { hasAudio: false, audioCodec: null } })
  })

  it('is known by its content: QuickTime, M4V and WebM go by their own names', async () => {
    const { core, clientId } = await start(await tempFolder())
    const files = [await write(core, 'a.mov', tinyVideo('qt  ', 'a')), await write(core, 'b.m4v', tinyVideo('M4V ', 'b')), await write(core, 'c.webm', tinyWebm())]
    await addFiles(core, clientId, files)
    const { assets } = await core.client.assets.list({ clientId, sort: 'name', descending: false })
    expect(assets.map(({ format }) => format)).toEqual(['mov', 'm4v', 'webm'])
    expect((await core.client.assets.list({ clientId, video: false })).total).toBe(0)
  })

  it('is refused under the name of a picture, and where ffprobe finds no picture in it', async () => {
    const { core, clientId } = await start(await fakeProgram(await tempFolder(), 'ffprobe', 'exit 1'))
    const job = await addFiles(core, clientId, [await write(core, 'photo.jpg', tinyVideo()), await write(core, 'broken.mp4', tinyVideo())])
    const { items } = await core.client.jobs.listItems({ clientId, jobId: job.id })
    expect(items.map(({ error }) => error?.code)).toEqual(['validation.wrong-extension', 'corrupt.video'])
    expect((await core.client.assets.list({ clientId })).total).toBe(0)
  })

  it.each([
    ['words in the place of figures', { streams: [{ codec_type: 'video', width: '<img>', height: {} }] }],
    ['a shape beyond all measure', { streams: [{ codec_type: 'video', codec_name: 'h264', width: 9e15, height: 1 }] }],
    ['no document at all', 'Segmentation fault']
  ])('of which ffprobe says %s is refused, and nothing of it is believed', async (_what, said) => {
    const { core, clientId } = await start(await fakeFfprobe(await tempFolder(), said))
    const job = await addFiles(core, clientId, [await write(core, 'odd.mp4', tinyVideo())])
    expect((await core.client.jobs.listItems({ clientId, jobId: job.id })).items).toMatchObject([{ error: { code: 'corrupt.video' } }])
  })

  it('is kept unread where ffprobe talks without end', async () => {
    const { asset } = await withClip(await fakeProgram(await tempFolder(), 'ffprobe', 'yes "no end"'))
    expect(asset?.video).toMatchObject({ read: false })
  })

  it('is read by the program in the folder that a person chose; one without it is refused', async () => {
    const { core, clientId } = await start(await tempFolder())
    const folder = join(core.home, 'programs')
    await mkdir(folder)
    const token = core.registerPath(folder)
    await expect(core.client.system.setVideoFolder({ folder: token })).rejects.toMatchObject({ code: 'not-found.file', defined: true })
    await expect(core.client.system.setVideoFolder({ folder: 'made-up' })).rejects.toMatchObject({ code: 'not-found.file-token', defined: true })
    await fakeFfprobe(folder, portraitFacts)
    expect(await core.client.system.setVideoFolder({ folder: token })).toEqual({ ffprobe: join(folder, 'ffprobe'), ffmpeg: null, folder })
    await addFiles(core, clientId, [await write(core, 'a.mp4', tinyVideo())])
    expect((await core.client.assets.list({ clientId })).assets[0]?.video).toMatchObject({ read: true })
    expect(await core.client.system.setVideoFolder({ folder: null })).toMatchObject({ ffprobe: null, folder: null })
    // What is run on the machine is not the page's to say.
    await expect(core.client.settings.put({ key: '_video.programFolder', value: folder })).rejects.toMatchObject({ code: 'validation.input' })
  })

  it('is left out of an export, which says so where nothing else is in it', async () => {
    const { core, clientId, assetId } = await withClip(await fakeFfprobe(await tempFolder(), portraitFacts))
    const order = { clientId, assetIds: [assetId], placementIds: ['ig-feed-4x5'], settings }
    expect((await core.client.renditions.plan(order)).renditions[0]?.refusal).toEqual({ code: 'unsupported.video', data: { format: 'mp4' } })
    await expect(core.client.renditions.export(order)).rejects.toMatchObject({ code: 'unsupported.video', data: { format: 'mp4' } })
  })

  it('takes a cover where a person wants it, and goes with its files when the trash is emptied', async () => {
    const { core, clientId, assetId, asset } = await withClip(await fakeFfprobe(await tempFolder(), portraitFacts))
    const changed = await core.client.assets.setCover({ clientId, assetId, seconds: 7.25 })
    expect(changed.video?.coverSeconds).toBe(7.25)
    expect(changed.thumbnailUrl).not.toBe(asset?.thumbnailUrl)
    await core.client.history.undo({ clientId })
    expect((await core.client.assets.get({ clientId, assetId })).video?.coverSeconds).toBeNull()
    const { downloadUrl } = await core.client.assets.get({ clientId, assetId })
    await core.client.assets.trash({ clientId, ids: [assetId] })
    await core.client.assets.emptyTrash({ clientId, confirm: 1 })
    expect(await core.openMedia(downloadUrl)).toBeUndefined()
  })

  it.skipIf(!real)('is read by the real ffprobe, and ffmpeg takes its cover (left out where the machine has neither)', async () => {
    const core = await startTestCore({ programs: (await import('../../src/main/hosts/node/programs')).nodePrograms })
    const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
    const path = join(core.home, 'clip.mp4')
    await makeClip(path)
    await addFiles(core, clientId, [path])
    await rm(path)
    const [asset] = (await core.client.assets.list({ clientId })).assets
    expect(asset).toMatchObject({ width: 540, height: 960, video: { read: true, codec: 'h264', audioCodec: 'aac', hasAudio: true, framesPerSecond: 30 } })
    expect(asset?.video?.seconds).toBeCloseTo(4, 1)
    const [cover, small] = [await core.openMedia(`${asset?.thumbnailUrl}`), await core.openMedia(`${asset?.thumbnailUrl}/small`)]
    expect([cover?.contentType, small?.contentType, small?.path === cover?.path]).toEqual(['image/webp', 'image/webp', false])
  })
})
