import { rangeOfDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import { type FigureScope, postBase } from './figure-queries'
import type { PostStore } from './post-columns'

const like = (search: string): string => `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The first place whose time is not before this one. */
function placeOf(times: readonly string[], time: string): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? '') < time) low = middle + 1
    else high = middle
  }
  return low
}

/** Ids of the posts that the database has to look through texts for; undefined where nothing is looked for. */
async function findByText(db: Reader, scope: FigureScope, zone: string, search: string): Promise<ReadonlySet<number> | undefined> {
  const words = search.trim().split(/\s+/).filter(Boolean)
  if (words.length + scope.filters.hashtags.length === 0) return undefined
  const query = postBase(db, scope, zone, { figures: false }).modify((all) => {
    for (const word of words) void all.whereRaw("(s.text LIKE ? ESCAPE '\\' OR s.title LIKE ? ESCAPE '\\' OR s.permalink LIKE ? ESCAPE '\\')", [like(word), like(word), like(word)])
  })
  const [packed] = (await db.from(query.select('s.id').as('row')).select(db.raw('json_group_array(id) AS ids'))) as { ids: string }[]
  return new Set(JSON.parse(packed?.ids ?? '[]') as number[])
}

/** Which posts the days, the chips and the words let through: 1 at their place. */
export async function markPosts(db: Reader, store: PostStore, { scope, zone, search = '' }: { scope: FigureScope; zone: string; search?: string }): Promise<Uint8Array> {
  const { columns } = store
  const { channelIds, formats, pillarIds, campaignIds } = scope.filters
  const range = rangeOfDays(scope.from, scope.to, zone)
  const marks = new Uint8Array(columns.ids.length)
  marks.fill(1, placeOf(columns.publishedAt, range.from), Math.max(placeOf(columns.publishedAt, range.from), placeOf(columns.publishedAt, range.to)))
  const keep = (isKept: (at: number) => boolean): void => {
    for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1 && !isKept(at)) marks[at] = 0
  }
  if (channelIds.length > 0) keep((at) => channelIds.includes(columns.channels[at] ?? ''))
  if (formats.length > 0) keep((at) => formats.includes(columns.formats[at] ?? ''))
  if (pillarIds.length + campaignIds.length > 0) {
    const planned = await store.planned()
    const of = (at: number) => planned.get(columns.ids[at] ?? 0)
    if (pillarIds.length > 0) keep((at) => pillarIds.includes(of(at)?.pillarId ?? ''))
    if (campaignIds.length > 0) keep((at) => campaignIds.includes(of(at)?.campaignId ?? ''))
  }
  const found = await findByText(db, scope, zone, search)
  if (found) keep((at) => found.has(columns.ids[at] ?? 0))
  return marks
}
