import { type BucketSeries, type FigureBreak, type FigureTotal, type Source, sourceKey, toPlainSum } from '../../../../shared/features/analytics/analytics.schema'
import { type Change, changeOfParts, type KnownSum } from '../../../../shared/features/analytics/known'
import { breaksOf } from '../../../../shared/features/figures/metric-dictionary'
import type { FigureName } from './figure-queries'
import { type Frame, pastDays } from './frame'
import { type BucketRow, listSwitches, type SourceSums, sumDays } from './totals.queries'

/** Figures of a channel by day that may be summed over days and over channels. Reach is not among them: people come again. */
export const dayFigures = ['seen', 'engagements', 'link_clicks', 'profile_visits', 'new_followers', 'lost_followers', 'likes', 'comments', 'shares', 'saves', 'clicks'] as const satisfies readonly FigureName[]

const partsOf = (sources: readonly SourceSums[], name: string, expected: number): Map<string, KnownSum> =>
  new Map(sources.flatMap((source) => {
    const found = source.sums.get(name)
    return found && found.known > 0 ? [[sourceKey(source), { value: found.sum ?? undefined, known: found.known, expected }]] : []
  }))

function wholeOf(parts: ReadonlyMap<string, KnownSum>, expectedParts: number, days: number): KnownSum {
  const all = [...parts.values()]
  return {
    value: all.length === 0 ? undefined : all.reduce((sum, { value = 0 }) => sum + value, 0),
    known: all.reduce((sum, { known }) => sum + known, 0),
    expected: expectedParts * days
  }
}

/** A break between the first day compared with and the last day, of a channel that the figure is of. */
const breakIn = ({ compared, period }: Frame, breaks: readonly FigureBreak[], name: string): FigureBreak | undefined =>
  compared && breaks.find((one) => one.name === name && one.on > compared.from && one.on <= period.to)

export interface DaySums {
  now: SourceSums[]
  before: SourceSums[]
}

export async function readDaySums(frame: Frame): Promise<DaySums> {
  const { db, filters, compared, period } = frame
  const [now, before] = await Promise.all([
    sumDays(db, { ...period, filters }, dayFigures),
    compared ? sumDays(db, { ...compared, filters }, dayFigures) : []
  ])
  return { now, before }
}

/** Totals of the figures by day that any channel has; `known` and `expected` count days of channels. */
export function dayTotals(frame: Frame, { now, before }: DaySums, breaks: readonly FigureBreak[]): FigureTotal[] {
  const { period, compared, today } = frame
  return dayFigures.flatMap((name) => {
    const [days, daysBefore] = [pastDays(period, today), compared ? pastDays(compared, today) : 0]
    const [current, earlier] = [partsOf(now, name, days), partsOf(before, name, daysBefore)]
    const parts = new Set([...current.keys(), ...earlier.keys()]).size
    if (parts === 0) return []
    const broken = breakIn(frame, breaks, name)
    const change: Change = broken ? { kind: 'break', on: broken.on, network: broken.network } : changeOfParts(current, earlier)
    return [{
      name,
      now: toPlainSum(wholeOf(current, parts, days)),
      before: compared ? toPlainSum(wholeOf(earlier, parts, daysBefore)) : null,
      change: compared ? change : { kind: 'unknown' as const }
    }]
  })
}

/** Breaks of views and impressions: what the networks are known to have changed, and what the files show. */
export async function readBreaks(frame: Frame, sources: readonly Source[]): Promise<FigureBreak[]> {
  const { db, filters, period, compared } = frame
  const from = compared && compared.from < period.from ? compared.from : period.from
  const known = sources.flatMap((source) =>
    breaksOf(source.network, 'views')
      .filter(({ kind, on }) => kind !== 'renamed' && on > from && on <= period.to)
      .map((one) => ({ ...source, name: 'seen', on: one.on, from: one.from ?? 'views', to: one.to ?? 'views' })))
  const seen = (await listSwitches(db, { from, to: period.to, filters })).map(({ on, ...source }) => ({ ...source, name: 'seen', on, from: 'impressions', to: 'views' }))
  const told = new Set(known.map(sourceKey))
  return [...known, ...seen.filter((one) => !told.has(sourceKey(one)))].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** One series a channel and figure; a bucket without a row is a gap. */
export function seriesOf(frame: Frame, rows: readonly BucketRow[], name: string): BucketSeries[] {
  const bySource = new Map<string, { source: Source; found: Map<string, BucketRow> }>()
  for (const row of rows) {
    if ((row.known[name] ?? 0) === 0) continue
    const key = sourceKey(row)
    const entry = bySource.get(key) ?? { source: { channelId: row.channelId, network: row.network }, found: new Map<string, BucketRow>() }
    entry.found.set(row.bucket, row)
    bySource.set(key, entry)
  }
  return [...bySource.values()].map(({ source, found }) => ({
    ...source,
    name,
    points: frame.buckets.map((bucket) => ({ bucket, value: found.get(bucket)?.values[name] ?? null, known: found.get(bucket)?.known[name] ?? 0 }))
  }))
}
