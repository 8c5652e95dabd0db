import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { createCore, type Core } from '../../src/main/core'
import { gridThumbnail, rowThumbnail } from '../../src/main/core/features/assets'
import { insertPosts, type PostDraft } from '../../src/main/core/features/posts'
import { thumbnailPath } from '../../src/main/core/files/originals'
import { addDays } from '../../src/shared/time'

interface Request {
  home: string
  resources: string
  /** Posts in all, and those of the month in sight and the weeks around it. */
  posts: number
  near: number
  /** The first day of the month in sight. */
  month: string
}

const BATCH = 500
const NETWORKS = ['instagram', 'facebook', 'linkedin', 'x', 'threads', 'bluesky'] as const
const COMING = ['draft', 'in-review', 'approved', 'scheduled'] as const
const GONE = ['published', 'published', 'published', 'missed', 'archived'] as const
const WORDS = 'the harbor museum opens its doors to the long evening and shows glass plates of the fjord nobody has seen before'.split(' ')

const never = (): never => {
  throw new Error('Filling a calendar needs no other process.')
}
const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T
const two = (value: number): string => String(value).padStart(2, '0')

/** Captions of 300 to 900 characters, each with words of its own to be searched for. */
const caption = (index: number): string =>
  `No. ${index}: ${Array.from({ length: 60 + ((index * 37) % 110) }, (_, at) => pick(WORDS, index * 7 + at * 3)).join(' ')}`

/** Days of a post: the near ones lie in the six weeks around the month, the others in the years before. */
const dayOf = (index: number, { near, month }: Request): string =>
  index < near ? addDays(month, (index % 42) - 5) : addDays(month, -75 - ((index * 13) % 5_000))

interface Place {
  channels: string[]
  pillars: string[]
  assets: string[]
}

function draftAt(index: number, { channels, pillars, assets }: Place, request: Request): PostDraft {
  const states = index < request.near ? COMING : GONE
  const time = `${two(7 + (index % 14))}:${two((index * 5) % 60)}`
  return {
    title: `Post ${index}`,
    text: caption(index),
    pillarId: pick(pillars, index),
    labels: index % 3 === 0 ? ['archive'] : [],
    planned: { date: dayOf(index, request), time },
    media: [{ assetId: pick(assets, index) }],
    // Two channels each, so that the month shows as many tiles again.
    variants: [0, 1].map((at) => ({ channelId: pick(channels, index + at), state: pick(states, index + at), text: at === 1 ? caption(index + 1) : null }))
  }
}

/** The small copies that tiles show: the originals are not there. */
async function drawThumbnails(folders: Parameters<typeof thumbnailPath>[0], hashes: readonly string[]): Promise<void> {
  for (const size of [gridThumbnail, rowThumbnail]) {
    const hues = await Promise.all(
      [0, 60, 120, 180, 240, 300].map((hue) => {
        const background = { r: (hue * 7) % 256, g: (hue * 3) % 256, b: 160 }
        return sharp({ create: { width: size, height: size * 0.75, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } }).webp().toBuffer()
      })
    )
    for (const [index, sha256] of hashes.entries()) {
      const path = thumbnailPath(folders, sha256, size)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, pick(hues, index))
    }
  }
}

async function furnish(core: Core, clientId: string): Promise<Place> {
  const { client } = core
  const channels: string[] = []
  for (const network of NETWORKS) channels.push((await client.channels.create({ clientId, network, name: network })).id)
  for (const channelId of channels) {
    await client.channels.setSlots({ clientId, channelId, slots: [1, 3, 5].map((weekday) => ({ weekday, time: '09:00' })) })
  }
  const pillars: string[] = []
  for (const name of ['Collection', 'People', 'Behind the scenes']) pillars.push((await client.pillars.create({ clientId, name })).id)
  const assets = Array.from({ length: 400 }, (_, index) => ({
    id: core.services.newId(), sha256: createHash('sha256').update(String(index)).digest('hex'), file_name: `IMG_${index}.jpg`, title: `Plate ${index}`,
    alt_text: '', format: 'jpg', width: 4000, height: 3000, bytes: 2_000_000, frames: 1, has_alpha: 0, color_space: 'srgb',
    placeholder: '#808080', attention_x: 0.5, attention_y: 0.4, added_at: '2026-01-01T00:00:00.000Z'
  }))
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('assets.add', (tx) => tx('asset').insert(assets))
  await drawThumbnails(workspace.folders, assets.map(({ sha256 }) => sha256))
  return { channels, pillars, assets: assets.map(({ id }) => id) }
}

const request = JSON.parse(process.argv[2] ?? '') as Request
const { home, resources, posts } = request
const core = await createCore({ home, resources, version: '0.0.0', hostName: 'test', spawnMedia: never, spawnReport: never, spawnParse: never })
const { id: clientId } = await core.client.clients.create({ name: 'Full Calendar', zone: 'Europe/Oslo' })
const place = await furnish(core, clientId)
const workspace = await core.services.workspaces.open(clientId)
const { newId, now } = core.services
for (let from = 0; from < posts; from += BATCH) {
  const drafts = Array.from({ length: Math.min(BATCH, posts - from) }, (_, at) => draftAt(from + at, place, request))
  await workspace.command('posts.create', (tx) => insertPosts(tx, { newId, now, zone: 'Europe/Oslo', pick: 'earlier' }, drafts))
}
await core.close()
process.stdout.write(JSON.stringify({ clientId, channels: place.channels, pillars: place.pillars }))
