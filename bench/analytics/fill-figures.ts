import type { Core } from '../../src/main/core'
import type { Tx } from '../../src/main/core/context'
import { insertPosts } from '../../src/main/core/features/posts'
import { figureColumns } from '../../src/shared/features/figures/figure-columns'

export const networks = ['instagram', 'facebook', 'linkedin', 'tiktok'] as const
export const lastDay = '2026-09-30'
const DAYS = 1095
const PLANNED = 2000
const FORMATS = "CASE i % 5 WHEN 0 THEN 'image' WHEN 1 THEN 'reel' WHEN 2 THEN 'carousel' WHEN 3 THEN 'story' ELSE 'video' END"
/** A number that looks drawn by lot and is the same at every run. */
const lot = (factor: number, below: number): string => `((i * ${factor} + 12345) % 2147483647 % ${below})`

const upTo = (n: number): string => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})`
const channelOf = (channels: readonly string[]): string => `CASE i % 4 ${channels.map((id, at) => `WHEN ${at} THEN '${id}'`).join(' ')} END`
const networkOf = channelOf(networks)

const valuesOf: Partial<Record<(typeof figureColumns)[number], string>> = {
  views: `CASE WHEN i % 11 THEN 100 + ${lot(7919, 60_000)} END`,
  reach: `CASE WHEN i % 7 THEN 80 + ${lot(6101, 40_000)} END`,
  likes: lot(4409, 900), comments: lot(3301, 90), shares: lot(2203, 60), saves: `CASE WHEN i % 3 THEN ${lot(1103, 50)} END`, clicks: lot(5501, 300)
}
const FILE = "INSERT INTO figure_file VALUES ('file', 'import', 0, 'posts.csv', '', '', '', 'bench', 'instagram', 'post', '', '', '', '', '2026-10-01T06:00:00.000Z', 0, '{}')"

/** Posts over three years, with texts of 200 to 500 characters, each with its row as read and its lifetime figures. */
async function insertPublished(tx: Tx, channels: readonly string[], posts: number): Promise<void> {
  const columns = figureColumns.map((name) => valuesOf[name] ?? 'NULL').join(', ')
  const minute = `julianday('${lastDay}') + 1 - ${lot(48_271, DAYS * 1440)} / 1440.0`
  const words = "replace(hex(zeroblob(20 + i % 40)), '0000', 'glass plates ') || '#harbor #light' || (i % 37)"
  await tx.raw("INSERT INTO figure_import VALUES ('import', 1, 0, 0, 0, 0, '2026-10-01T06:00:00.000Z')")
  await tx.raw(FILE)
  await tx.raw(`${upTo(posts)} INSERT INTO figure_subject SELECT i, 'post', ${networkOf}, ${channelOf(channels)}, 'p' || i, '', 'No. ' || i || ' ' || ${words},
    'https://example.org/p/' || i, ${FORMATS}, strftime('%Y-%m-%dT%H:%M:%S.000Z', ${minute}), '', '', '', '' FROM n`)
  // LinkedIn's files count over their period.
  const days = "CASE WHEN i % 4 = 2 THEN '2026-09-01' ELSE '' END, CASE WHEN i % 4 = 2 THEN '2026-09-30' ELSE '' END"
  await tx.raw(`${upTo(posts)} INSERT INTO figure SELECT i, ${days}, '2026-10-01T06:00:00.000Z', ${columns}, '{}' FROM n`)
  await tx.raw(`${upTo(posts)} INSERT INTO figure_row SELECT i, 'file', i + 1, i, ${days}, '2026-10-01T06:00:00.000Z', ${columns}, '{}', '{}', '' FROM n`)
}

/** Three years of days of each channel. */
async function insertDays(tx: Tx, channels: readonly string[], from: number): Promise<void> {
  for (const [at, channelId] of channels.entries()) {
    const id = from + at + 1
    await tx.raw(`INSERT INTO figure_subject VALUES (${id}, 'account', '${networks[at]}', '${channelId}', 'account', '', '', '', '', '', '', '', '', '')`)
    const values = figureColumns.map((name) => ({ views: lot(911, 9000), followers: `20000 + ${DAYS} - i`, new_followers: lot(311, 40) } as Record<string, string>)[name] ?? 'NULL').join(', ')
    const day = `date('${lastDay}', '-' || (i - 1) || ' days')`
    await tx.raw(`${upTo(DAYS)} INSERT INTO figure SELECT ${id}, ${day}, ${day}, '2026-10-01T06:00:00.000Z', ${values}, '{}' FROM n`)
  }
}

/** A client whose networks have told of so many posts; one in fifty is a post of the plan. @returns its id */
export async function fillClient(core: Core, posts: number): Promise<string> {
  const { client, services } = core
  const { id: clientId } = await client.clients.create({ name: `${posts} posts`, zone: 'Europe/Oslo' })
  const channels: string[] = []
  for (const network of networks) channels.push((await client.channels.create({ clientId, network, name: network })).id)
  const pillars: string[] = []
  for (const name of ['Collection', 'People', 'Behind the scenes']) pillars.push((await client.pillars.create({ clientId, name })).id)
  const workspace = await services.workspaces.open(clientId)
  const planned = Math.min(PLANNED, Math.floor(posts / 50))
  const drafts = Array.from({ length: planned }, (_, index) => ({
    title: `Post ${index}`, text: `No. ${index}`, pillarId: pillars[index % pillars.length] ?? null, labels: [], planned: { date: '2026-09-01', time: '09:00' }, media: [],
    variants: [{ channelId: channels[index % channels.length] ?? '', state: 'published' as const, text: null }]
  }))
  for (let at = 0; at < planned; at += 500) {
    await workspace.command('posts.create', (tx) => insertPosts(tx, { newId: services.newId, now: services.now, zone: 'Europe/Oslo', pick: 'earlier' }, drafts.slice(at, at + 500)))
  }
  await workspace.command('figureImports.commit', async (tx) => {
    await insertPublished(tx, channels, posts)
    await insertDays(tx, channels, posts)
    await tx.raw(`INSERT INTO figure_match SELECT 'm' || row_number() OVER (ORDER BY id), row_number() OVER (ORDER BY id) * 50, id, 'sure', 1, '[]' FROM variant`)
  })
  return clientId
}
