import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import { weekdayOf, zoneClock } from '../../../../shared/time'
import type { Reader } from '../../context'
import { type Planned, type PostColumns, readFollowersColumn, readHashtags, readPlanned, readPostColumns } from './post-columns.queries'

/** What is known of the posts of a workspace, kept in memory for as long as nothing is written to it. */
interface Kept {
  version: number
  columns: Promise<PostColumns>
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

/** When posts went out by the clock of a zone. */
export interface PostTimes {
  dates: string[]
  /** 1 is Monday. */
  weekdays: Uint8Array
  hours: Uint8Array
}

function timesOf(publishedAt: readonly string[], zone: string): PostTimes {
  const [from, to] = [publishedAt[0], publishedAt.at(-1)]
  const times: PostTimes = { dates: [], weekdays: new Uint8Array(publishedAt.length), hours: new Uint8Array(publishedAt.length) }
  if (from === undefined || to === undefined) return times
  const clock = zoneClock(zone, { from, to })
  let last = { date: '', weekday: 0 }
  for (const [at, instant] of publishedAt.entries()) {
    const { date, time } = clock(instant)
    // In the order of time many posts in turn are of one day.
    if (date !== last.date) last = { date, weekday: weekdayOf(date) }
    times.dates.push(last.date)
    times.weekdays[at] = last.weekday
    times.hours[at] = Number(time.slice(0, 2))
  }
  return times
}

export interface PostStore {
  columns: PostColumns
  planned(): Promise<ReadonlyMap<number, Planned>>
  hashtags(): Promise<ReadonlyMap<number, readonly string[]>>
  rate(formula: EngagementFormula): Promise<RateColumns>
  times(zone: string): Promise<PostTimes>
  /** Figures in the order of the columns; not a number where not known. */
  values(metric: PostMetric, formula: EngagementFormula): Promise<Float64Array>
  /** Places of the posts that have the figure, the lowest first; equal ones by their id. */
  ascending(metric: PostMetric, formula: EngagementFormula): Promise<Uint32Array>
}

const firstKnown = (...columns: readonly Float64Array[]): Float64Array => {
  const [first, ...others] = columns
  return (first ?? new Float64Array()).map((value, at) => (Number.isNaN(value) ? (others.find((column) => !Number.isNaN(column[at] ?? NaN))?.[at] ?? NaN) : value))
}

function sortPlaces(values: Float64Array, ids: readonly number[]): Uint32Array {
  const known: number[] = []
  for (let at = 0; at < values.length; at += 1) if (!Number.isNaN(values[at])) known.push(at)
  return Uint32Array.from(known.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0)))
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
    return once(`under ${formula}`, () => (formula === 'views' ? Promise.resolve(firstKnown(views, impressions, video_views)) : readFollowersColumn(db)))
  }
  const store: PostStore = {
    columns,
    planned: () => once('planned', () => readPlanned(db)),
    hashtags: () => once('hashtags', () => readHashtags(db)),
    rate: async (formula) => ({ over: interactions, under: await under(formula) }),
    times: (zone) => once(`times ${zone}`, () => Promise.resolve(timesOf(columns.publishedAt, zone))),
    async values(metric, formula) {
      if (metric !== 'engagement_rate') return columns.values[metric]
      const below = await under(formula)
      return once(`rate ${formula}`, () => Promise.resolve(interactions.map((over, at) => ((below[at] ?? 0) > 0 ? over / (below[at] ?? 1) : NaN))))
    },
    ascending: (metric, formula) =>
      once(`order ${metric} ${formula}`, async () => sortPlaces(await store.values(metric, formula), columns.ids))
  }
  return store
}

/** All posts of a workspace, read at the first ask after something was written. */
export async function postStore(db: Reader): Promise<PostStore> {
  const version = await dataVersion(db)
  const found = workspaces.get(db)
  if (found?.version === version) return storeOf(db, await found.columns, found.parts)
  const kept: Kept = { version, columns: readPostColumns(db), parts: new Map() }
  workspaces.set(db, kept)
  kept.columns.catch(() => workspaces.delete(db))
  return storeOf(db, await kept.columns, kept.parts)
}
