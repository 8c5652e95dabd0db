import type { AppOutputs } from '../../../../shared/contract'
import { type Source, sourceKey, toPlainSum } from '../../../../shared/features/analytics/analytics.schema'
import { changeOfParts, type KnownSum } from '../../../../shared/features/analytics/known'
import { bucketsOf } from '../../../../shared/features/analytics/periods'
import { listStocks, type StockRow } from './followers.queries'
import { dayTotals, readBreaks, readDaySums, seriesOf } from './day-totals'
import { framed, type Frame, pastDays } from './frame'
import { gapsOf, knownBySource } from './gaps'
import { countPosts, postTotals, rateOf, readPostSums } from './post-totals'
import type { PostSums } from './post-sums.queries'
import { listBuckets, listKnownDays, listKnownSpans, type SourceSums } from './totals.queries'

type Overview = AppOutputs['analytics']['overview']

const stockParts = (rows: readonly StockRow[]): Map<string, KnownSum> =>
  new Map(rows.map((row) => [sourceKey(row), { value: row.followers, known: 1, expected: 1 }]))

/** Followers at the end of the period over the channels whose stock is known; before it, at the end of the days before. */
function stockTotal({ period, compared }: Frame, stocks: readonly StockRow[], stocksBefore: readonly StockRow[], channels: number): Overview['followers'] {
  // A stock of earlier days is no stock of these: held against itself it would look as if nothing had moved.
  const now = stocks.filter(({ day }) => day >= period.from)
  const before = stocksBefore.filter(({ day }) => compared !== undefined && day >= compared.from)
  if (now.length === 0) return null
  const sum = (rows: readonly StockRow[]): number => rows.reduce((all, { followers }) => all + followers, 0)
  return {
    name: 'followers',
    now: toPlainSum({ value: sum(now), known: now.length, expected: channels }),
    before: compared ? toPlainSum({ value: before.length === 0 ? undefined : sum(before), known: before.length, expected: channels }) : null,
    change: compared ? changeOfParts(stockParts(now), stockParts(before)) : { kind: 'unknown' }
  }
}

interface Parts {
  spans: readonly (Source & { last: string })[]
  days: readonly SourceSums[]
  posts: readonly PostSums[]
  stocks: readonly StockRow[]
}

/** A row a channel: what is known of its posts, its days and its followers. */
function rowsOf(frame: Frame, { spans, days, posts, stocks }: Parts): Overview['sources'] {
  const sources = new Map<string, Source>([...spans, ...days, ...posts, ...stocks].map((one) => [sourceKey(one), { channelId: one.channelId, network: one.network }]))
  const find = <T extends Source>(list: readonly T[], key: string): T | undefined => list.find((one) => sourceKey(one) === key)
  const expected = pastDays(frame.period, frame.today)
  return [...sources].map(([key, source]) => {
    const [ofDays, ofPosts, stock] = [find(days, key), find(posts, key), find(stocks, key)]
    const day = (name: string) => {
      const found = ofDays?.sums.get(name)
      return { value: found && found.known > 0 ? found.sum : null, known: found?.known ?? 0, expected }
    }
    const post = (name: string) => {
      const found = ofPosts?.sums.get(name)
      return { value: found && found.known > 0 ? found.sum : null, known: found?.known ?? 0, expected: ofPosts?.posts ?? 0 }
    }
    return {
      ...source,
      posts: ofPosts?.posts ?? 0,
      postSeen: post('seen'),
      interactions: post('interactions'),
      engagementRate: toPlainSum(rateOf(ofPosts ? [ofPosts] : [])),
      seen: day('seen'),
      newFollowers: day('new_followers'),
      followers: stock ? { value: stock.followers, day: stock.day } : null,
      lastDay: find(spans, key)?.last ?? null
    }
  })
}

export async function readOverview(frame: Frame): Promise<Overview> {
  const { db, filters, period, compared, grain, weekStart } = frame
  const scope = { ...period, filters }
  const [daySums, postSums, spans, known, buckets, earlier, stocks, stocksBefore] = await Promise.all([
    readDaySums(frame), readPostSums(frame), listKnownSpans(db, filters.channelIds), listKnownDays(db, scope),
    listBuckets(db, scope, ['seen'], { grain, weekStart }),
    compared ? listBuckets(db, { ...compared, filters }, ['seen'], { grain, weekStart }) : [],
    listStocks(db, period.to, filters.channelIds), compared ? listStocks(db, compared.to, filters.channelIds) : []
  ])
  const breaks = await readBreaks(frame, spans)
  const isBroken = (source: Source): boolean => breaks.some((one) => sourceKey(one) === sourceKey(source) && one.on > (compared?.from ?? ''))
  return {
    ...framed(frame),
    formula: frame.formula,
    posts: { count: countPosts(postSums.now), isKnown: postSums.isKnown, before: postSums.before ? countPosts(postSums.before) : null, totals: postTotals(frame, postSums) },
    days: { channels: spans.length, totals: dayTotals(frame, daySums, breaks) },
    followers: stockTotal(frame, stocks, stocksBefore, spans.length),
    series: seriesOf(frame, buckets, 'seen'),
    seriesBefore: compared ? seriesOf({ ...frame, buckets: bucketsOf(compared, grain, weekStart) }, earlier, 'seen').filter((one) => !isBroken(one)) : [],
    sources: rowsOf(frame, { spans, days: daySums.now, posts: postSums.now, stocks }),
    gaps: gapsOf(knownBySource(spans, known), period, frame.today),
    breaks
  }
}
