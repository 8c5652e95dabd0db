import { createHash } from 'node:crypto'
import { createCore, type Core } from '../../src/main/core'
import type { NewAsset } from '../../src/main/core/features/assets/assets.repository'

interface Request {
  home: string
  resources: string
  clients: number
  /** In the first client, and in each of the others. */
  assets: { first: number; others: number }
}

/** SQLite takes 500 rows in one statement. */
const BATCH = 400
const DAY_MS = 86_400_000

const PLACES = ['Harbor', 'Market', 'Old Town', 'Coast', 'Library', 'Observatory', 'Orchard', 'Ferry', 'Museum', 'Station']
const SUBJECTS = ['morning', 'evening', 'crowd', 'portrait', 'window', 'lanterns', 'rain', 'bicycle', 'bread', 'sculpture', 'choir', 'garden']
const TAGS = ['spring', 'autumn', 'press', 'people', 'detail', 'archive', 'social', 'print']

const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? ''

const assetAt = (client: number, index: number, newId: () => string): NewAsset => {
  const title = `${pick(PLACES, index * 7 + client)} ${pick(SUBJECTS, index * 5)} ${index}`
  return {
    id: newId(),
    sha256: createHash('sha256').update(`${client}:${index}`).digest('hex'),
    file_name: `IMG_${String(index).padStart(6, '0')}.jpg`,
    title,
    alt_text: index % 5 === 0 ? '' : `${title}, seen from the ${pick(PLACES, index + 3).toLowerCase()} at the edge of town`,
    format: 'jpg',
    width: 4000 + (index % 2000),
    height: 3000 + (index % 1000),
    bytes: 2_000_000 + ((index * 7919) % 4_000_000),
    frames: 1,
    has_alpha: 0,
    color_space: 'srgb',
    placeholder: '#808080',
    attention_x: 0.5,
    attention_y: 0.4,
    added_at: new Date(Date.UTC(2020, 0, 1) + ((index * 97) % 2000) * DAY_MS + index).toISOString()
  }
}

const fillClient = async (core: Core, clientId: string, client: number, count: number): Promise<void> => {
  const workspace = await core.services.workspaces.open(clientId)
  const { newId } = core.services
  await workspace.command('assets.add', async (tx) => {
    for (let from = 0; from < count; from += BATCH) {
      const assets = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => ({
        ...assetAt(client, from + at, newId),
        starred: (from + at) % 50 === 0 ? 1 : 0
      }))
      await tx('asset').insert(assets)
      const tagged = assets.filter((_, at) => at % 4 === 0)
      await tx('asset_tag').insert(tagged.map(({ id }, at) => ({ id: newId(), asset_id: id, name: pick(TAGS, from + at) })))
    }
  })
}

const never = (): never => {
  throw new Error('Filling a library needs no other process.')
}

const request = JSON.parse(process.argv[2] ?? '') as Request
const { home, resources, clients, assets } = request
const core = await createCore({ home, resources, version: '0.0.0', hostName: 'test', spawnMedia: never, spawnReport: never, spawnParse: never })
const ids: string[] = []
for (let index = 0; index < clients; index += 1) {
  const { id } = await core.client.clients.create({ name: `Client ${String(index + 1).padStart(2, '0')}` })
  await fillClient(core, id, index, index === 0 ? assets.first : assets.others)
  ids.push(id)
}
await core.close()
process.stdout.write(JSON.stringify({ clients: ids }))
