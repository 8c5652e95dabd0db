import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { nodePrograms } from '../../src/main/hosts/node/programs'
import { openPackBench } from '../support/publish-pack'
import { addFiles } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'
import { fakeFfprobe, fakeProgram, hasRealPrograms, makeClip, portraitFacts, programsIn, tinyVideo } from '../support/videos'

const real = await hasRealPrograms()
const planned = { date: '2030-12-10', time: '09:00' }

async function packOf(programs: Parameters<typeof openPackBench>[1], make: (path: string) => Promise<unknown>) {
  const bench = await openPackBench(1, programs)
  const { client } = bench.core
  const { clientId } = bench
  const path = join(bench.core.home, 'Opening night.mov.mp4')
  await make(path)
  await addFiles(bench.core, clientId, [path])
  const [video] = (await client.assets.list({ clientId, video: true })).assets
  const { id: channelId } = await client.channels.create({ clientId, network: 'instagram' })
  const media = [{ assetId: video?.id ?? '', altText: null }]
  const { id: postId, variants } = await client.posts.create({ clientId, title: 'Opening', text: 'Come and see', planned, media, variants: [{ channelId, format: 'reel' }] })
  const report = await bench.pack({ scope: { kind: 'post', postId }, zip: true })
  const folder = join(report.folder, report.variants[0]?.folder ?? '')
  return { ...bench, client, report, folder, postId, variantId: variants[0]?.id ?? '' }
}

describe('a video in a publish pack', () => {
  it('goes out byte for byte where no ffmpeg is, and the pack says what is still in it', async () => {
    const programs = await fakeFfprobe(await tempFolder(), portraitFacts)
    const { report, folder, client, clientId, variantId } = await packOf({ programs: programsIn(programs) }, (path) => writeFile(path, tinyVideo()))
    expect(report.variants[0]?.problems).toEqual([{ kind: 'not-ready', severe: true, data: { state: 'draft' } }, { kind: 'video-as-is', severe: false, data: { n: 1 } }])
    expect(readdirSync(folder)).toContain('01_Opening night.mov.mp4')
    expect(readFileSync(join(folder, '01_Opening night.mov.mp4'))).toEqual(tinyVideo())
    expect(readFileSync(report.sheet ?? '', 'utf8')).toContain('goes out as it came, with what the camera wrote into it')
    expect(report.zip).not.toBeNull()
    expect((await client.handOff.get({ clientId, variantId })).videos).toMatchObject([{ title: 'Opening night.mov', seconds: 12.5 }])
  })

  it('goes out as it came where ffmpeg fails, whatever that left behind', async () => {
    const folderOfPrograms = await fakeProgram(await fakeFfprobe(await tempFolder(), portraitFacts), 'ffmpeg', 'for last; do :; done; echo half > "${last#file:}"; exit 1')
    const { report, folder } = await packOf({ programs: programsIn(folderOfPrograms) }, (path) => writeFile(path, tinyVideo()))
    expect(report.totals).toMatchObject({ failed: 0 })
    expect(readFileSync(join(folder, '01_Opening night.mov.mp4'))).toEqual(tinyVideo())
  })

  it.skipIf(!real)('loses its title and place where ffmpeg is, and keeps picture and sound (left out where the machine has none)', async () => {
    const { report, folder } = await packOf({ programs: nodePrograms }, (path) => makeClip(path, 2))
    expect(report.variants[0]?.problems.map(({ kind }) => kind)).toEqual(['not-ready'])
    const path = join(folder, '01_Opening night.mov.mp4')
    expect(readFileSync(path).includes('Taken at home')).toBe(false)
    const { stdout } = await promisify(execFile)('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', path])
    expect(stdout.trim().split('\n')).toEqual(['h264', 'aac'])
  })
})
