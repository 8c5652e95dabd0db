import { postAddresses } from '../../../../shared/features/hand-off/permalink'
import type { StartingPost } from '../../../../shared/features/inbox/starting-post.schema'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

type Db = Reader | Tx

/** The post that a conversation began under: what a person said, else where its links lead. */
export interface Start {
  post: StartingPost | null
  by: 'link' | 'person'
  linked: StartingPost | null
}

/** Of the links of a conversation so many are looked at, its own first, then those of its messages as they came. */
const LINKS = 10
const TEXT = 600

const addressesOf = (link: string): string[] => [link, link.split(/[?#]/, 1)[0] ?? link, ...postAddresses(link)]

const variants = (db: Db) =>
  db('variant as v')
    .join('post as p', 'p.id', 'v.post_id')
    .whereNull('p.trashed_at')
    .orderBy('v.id')
    .select('v.id as variantId', 'p.id as postId', 'p.title', db.raw('substr(coalesce(v.text, p.text), 1, ?) AS text', [TEXT]), 'v.permalink', 'v.published_at as publishedAt')

async function listByIds(db: Db, ids: readonly string[]): Promise<Map<string, StartingPost>> {
  const rows = ids.length === 0 ? [] : ((await variants(db).whereIn('v.id', [...ids])) as StartingPost[])
  return new Map(rows.map((row) => [row.variantId, row]))
}

async function listByAddress(db: Db, addresses: readonly string[]): Promise<Map<string, StartingPost>> {
  const found = new Map<string, StartingPost>()
  for (const part of chunks([...new Set(addresses)])) {
    const rows = (await variants(db).whereRaw("v.permalink > ''").whereIn('v.permalink', part)) as StartingPost[]
    for (const row of rows) if (!found.has(row.permalink)) found.set(row.permalink, row)
  }
  return found
}

async function listLinks(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const given = JSON.stringify(ids)
  const rows = (await db.raw(
    `SELECT id, permalink AS link, '' AS at FROM conversation WHERE id IN (SELECT value FROM json_each(?)) AND permalink > ''
     UNION ALL SELECT m.conversation_id, m.link, min(m.sent_at) FROM message m WHERE m.conversation_id IN (SELECT value FROM json_each(?)) AND m.link > '' AND +m.import_id IN (SELECT id FROM message_import)
       GROUP BY m.conversation_id, m.link
     ORDER BY at`,
    [given, given]
  )) as { id: string; link: string }[]
  const links = new Map<string, string[]>()
  for (const { id, link } of rows) links.set(id, [...(links.get(id) ?? []), link].slice(0, LINKS))
  return links
}

/** One rule for threads, lists, people and files. A chosen post that is in the trash or gone counts as not chosen. */
export async function findStarts(db: Db, ids: readonly string[]): Promise<Map<string, Start>> {
  const links = await listLinks(db, ids)
  const byAddress = await listByAddress(db, [...links.values()].flat().flatMap(addressesOf))
  const chosen = new Map(((await db('conversation_post').whereIn('id', [...ids])) as { id: string; variant_id: string }[]).map(({ id, variant_id }) => [id, variant_id]))
  const byId = await listByIds(db, [...chosen.values()])
  return new Map(
    ids.map((id): [string, Start] => {
      const linked = (links.get(id) ?? []).flatMap(addressesOf).map((address) => byAddress.get(address)).find((post) => post !== undefined) ?? null
      const variantId = chosen.get(id)
      if (variantId === '') return [id, { post: null, by: 'person', linked }]
      const own = byId.get(variantId ?? '')
      return [id, own ? { post: own, by: 'person', linked } : { post: linked, by: 'link', linked }]
    })
  )
}

/** The post of an address, of whichever network. */
export async function findByAddress(db: Db, text: string): Promise<StartingPost | undefined> {
  const [known, addresses] = [await listByAddress(db, postAddresses(text)), postAddresses(text)]
  return addresses.map((address) => known.get(address)).find((post) => post !== undefined)
}
