import { setImmediate as nextTurn } from 'node:timers/promises'
import { ascendingPlaces } from '../../../../shared/features/analytics/ascending-places'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import {
  listStanding, listTouched, type Planned, type PostColumns, readFollowersColumn, readHashtags, readPlanned, readPostColumns
} from './post-columns.queries'
import { mergeColumns } from './merge-columns'
import { type PostTimes, timesOf } from './post-times'

type Tags = ReadonlyMap<number, readonly string[]>

/** What is known of the posts of a workspace, kept in memory for as long as the same imports stand. */
interface Kept {
  imports: readonly string[]
  columns: Promise<PostColumns>
  isReady: boolean
  /** Read when asked for first. */
  parts: Map<string, Promise<unknown>>
}

const workspaces = new WeakMap<Reader, Kept>()

/** Changes with every commit to the workspace that the reader did not make itself. */
async function dataVersion(db: Reader): Promise<number> {
  const [row] = (await db.raw('PRAGMA data_version')) as { data_version: number }[]
  return row?.data_version ?? 0
}

/** What the figures say of a rate: over and under its line. */
export interface RateColumns {
  over: Float64Array
  under: Float64Array
}

export interface PostStore {
  columns: PostColumns
  planned(): Promise<ReadonlyMap<number, Planned>>
  hashtags(): Promise<Tags>
  rate(formula: EngagementFormula): Promise<RateColumns>
  times(zone: string): Promise<PostTimes>
  /** Figures in the order of the columns; not a number where not known. */
  values(metric: PostMetric, formula: EngagementFormula): Promise<Float64Array>
  /** Places of the posts that have the figure, the lowest first; equal ones by their id. */
  ascending(metric: PostMetric, formula: EngagementFormula): Promise<Uint32Array>
  /** Places of all posts by their id. */
  byId(): Promise<Uint32Array>
}

const firstKnown = (...columns: readonly Float64Array[]): Float64Array => {
  const [first, ...others] = columns
  return (first ?? new Float64Array()).map((value, at) => (Number.isNaN(value) ? (others.find((column) => !Number.isNaN(column[at] ?? NaN))?.[at] ?? NaN) : value))
}

/** Plans change without an import: they are read again after any write. */
async function plannedOf(db: Reader, parts: Kept['parts']): Promise<ReadonlyMap<number, Planned>> {
  const key = `planned ${await dataVersion(db)}`
  const found = (parts.get(key) as Promise<ReadonlyMap<number, Planned>> | undefined) ?? readPlanned(db)
  if (!parts.has(key)) {
    for (const old of parts.keys()) if (old.startsWith('planned ')) parts.delete(old)
    parts.set(key, found)
    found.catch(() => parts.delete(key))
  }
  return found
}

let lastWork: Promise<unknown> = Promise.resolve()

/** Work over all posts, one piece after the other and each in a turn of its own: what came in meanwhile is answered between. */
function inTurn<T>(work: () => T): Promise<T> {
  const done = lastWork.then(() => nextTurn()).then(work)
  lastWork = done.catch(() => undefined)
  return done
}

function storeOf(db: Reader, columns: PostColumns, parts: Kept['parts']): PostStore {
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const found = (parts.get(key) as Promise<T> | undefined) ?? read()
    if (!parts.has(key)) found.catch(() => parts.delete(key))
    parts.set(key, found)
    return found
  }
  const { interactions, reach, views, impressions, video_views } = columns.values
  const under = (formula: EngagementFormula): Promise<Float64Array> => {
    if (formula === 'reach') return Promise.resolve(reach)
    return once(`under ${formula}`, () => (formula === 'views' ? inTurn(() => firstKnown(views, impressions, video_views)) : readFollowersColumn(db)))
  }
  const store: PostStore = {
    columns,
    planned: () => plannedOf(db, parts),
    hashtags: () => once('hashtags', () => readHashtags(db)),
    rate: async (formula) => ({ over: interactions, under: await under(formula) }),
    times: (zone) => once(`times ${zone}`, () => inTurn(() => timesOf(columns.publishedAt, zone))),
    async values(metric, formula) {
      if (metric !== 'engagement_rate') return columns.values[metric]
      const below = await under(formula)
      return once(`rate ${formula}`, () => inTurn(() => interactions.map((over, at) => ((below[at] ?? 0) > 0 ? over / (below[at] ?? 1) : NaN))))
    },
    ascending: (metric, formula) =>
      once(`order ${metric} ${formula}`, async () => {
        const [values, byId] = [await store.values(metric, formula), await store.byId()]
        return inTurn(() => ascendingPlaces(values, byId))
      }),
    byId: () => once('order by id', () => inTurn(() => ascendingPlaces(Float64Array.from(columns.ids))))
  }
  return store
}

/** More than so many posts of a new import, and reading all of them anew is as quick. */
const MOST_NEW = 0.2

/** What was kept with what a new import tells; undefined where all is to be read anew. */
async function goOn(db: Reader, kept: Kept, imports: readonly string[]): Promise<{ columns: PostColumns; tags: Tags | undefined } | undefined> {
  // Rows of an import that was taken away may be gone, and with them the word of what it was about.
  if (kept.imports.some((id) => !imports.includes(id))) return undefined
  const before = await kept.columns
  const touched = await listTouched(db, imports.filter((id) => !kept.imports.includes(id)))
  if (touched.length > before.ids.length * MOST_NEW) return undefined
  const gone = new Set(touched)
  const tags = (await kept.parts.get('hashtags')) as Tags | undefined
  const columns = mergeColumns(before, await readPostColumns(db, touched), gone)
  if (!tags) return { columns, tags }
  return { columns, tags: new Map([...[...tags].filter(([id]) => !gone.has(id)), ...(await readHashtags(db, touched))]) }
}

function keep(db: Reader, imports: readonly string[]): Kept {
  const old = workspaces.get(db)
  const kept: Kept = { imports, columns: Promise.resolve(undefined as never), isReady: false, parts: new Map() }
  kept.columns = (async () => {
    const gone = old && (await goOn(db, old, imports).catch(() => undefined))
    if (gone?.tags) kept.parts.set('hashtags', Promise.resolve(gone.tags))
    return gone?.columns ?? readPostColumns(db)
  })()
  kept.columns.then(() => (kept.isReady = true), () => { if (workspaces.get(db) === kept) workspaces.delete(db) })
  workspaces.set(db, kept)
  return kept
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, at) => id === b[at])

async function keptOf(db: Reader): Promise<Kept> {
  const imports = await listStanding(db)
  const found = workspaces.get(db)
  return found && isSame(found.imports, imports) ? found : keep(db, imports)
}

/** All posts of a workspace; read at the first ask, and after an import what it tells. */
export async function postStore(db: Reader): Promise<PostStore> {
  const kept = await keptOf(db)
  return storeOf(db, await kept.columns, kept.parts)
}

/** Where all posts are read already, or where they are so many that reading them is soon worth it. */
export async function postStoreFor(db: Reader, posts: () => Promise<number>, many: number): Promise<PostStore | undefined> {
  const found = workspaces.get(db)
  const isReady = found?.isReady === true && isSame(found.imports, await listStanding(db))
  return isReady || (await posts()) > many ? postStore(db) : undefined
}

/** Reads all posts ahead of the first ask; nobody waits for it, and what fails is tried again by who asks. */
export function warmPosts(db: Reader): void {
  postStore(db)
    .then((store) => store.hashtags())
    .catch(() => undefined)
}

/** The same after an import, where posts were looked at before. */
export function rewarmPosts(db: Reader): void {
  if (workspaces.has(db)) warmPosts(db)
}
