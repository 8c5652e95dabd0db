import { type FigureBreak, type FigureTotal, toPlainSum } from '../../../../shared/features/analytics/analytics.schema'
import { between, type Change, changeOf, type KnownSum } from '../../../../shared/features/analytics/known'
import type { Period } from '../../../../shared/features/analytics/periods'
import { breakWithin } from '../../../../shared/features/figures/metric-dictionary'
import type { Frame } from './frame'
import { postFigures, type PostSums, sumPosts } from './post-sums.queries'
import { coversDays, findPostSpan } from './totals.queries'

export interface PostTotals {
  now: PostSums[]
  /** False: these days are before or after all that was imported, so that no posts is not the same as none. */
  isKnown: boolean
  /** Undefined: nothing is compared, or no posts of those days were ever imported, which is not the same as none. */
  before: PostSums[] | undefined
}

export async function readPostSums({ db, period, compared, filters, zone, formula }: Frame): Promise<PostTotals> {
  const [now, before, span] = await Promise.all([
    sumPosts(db, { ...period, filters }, zone, formula),
    compared ? sumPosts(db, { ...compared, filters }, zone, formula) : undefined,
    findPostSpan(db)
  ])
  const isTold = (days: Period, sources: readonly PostSums[]): boolean => countPosts(sources) > 0 || coversDays(span, days, zone)
  return { now, isKnown: isTold(period, now), before: compared && before && isTold(compared, before) ? before : undefined }
}

export const countPosts = (sources: readonly PostSums[]): number => sources.reduce((sum, { posts }) => sum + posts, 0)

function sumOf(sources: readonly PostSums[], name: string): KnownSum {
  const known = sources.reduce((sum, { sums }) => sum + (sums.get(name)?.known ?? 0), 0)
  return {
    // No posts at all make a sum of zero, not an unknown one.
    value: known === 0 && countPosts(sources) > 0 ? undefined : sources.reduce((sum, { sums }) => sum + (sums.get(name)?.sum ?? 0), 0),
    known,
    expected: countPosts(sources)
  }
}

/** All interactions over all that they are held against, of the posts that have both. */
export function rateOf(sources: readonly PostSums[]): KnownSum {
  const total = (key: 'over' | 'under'): number => sources.reduce((sum, source) => sum + (source[key] ?? 0), 0)
  const known = sources.reduce((sum, { rated }) => sum + rated, 0)
  return { value: known === 0 || total('under') === 0 ? undefined : total('over') / total('under'), known, expected: countPosts(sources) }
}

const changeOfRate = (now: KnownSum, before: KnownSum): Change =>
  now.value === undefined || before.value === undefined ? { kind: 'unknown' } : between(now.value, before.value)

/** A break of a network whose posts were counted on both sides of it. */
function breakOf({ period, compared }: Frame, sources: readonly PostSums[], name: string): FigureBreak | undefined {
  if (name !== 'seen' || !compared) return undefined
  for (const { network, channelId, sums } of sources) {
    if ((sums.get(name)?.known ?? 0) === 0) continue
    const found = breakWithin(network, 'views', { from: compared.from, to: period.to })
    if (found) return { network, channelId, name, on: found.on, from: found.from ?? 'views', to: found.to ?? 'views' }
  }
  return undefined
}

/** Totals over the posts published in the period; `known` and `expected` count posts. */
export function postTotals(frame: Frame, { now, isKnown, before: earlierPosts }: PostTotals): FigureTotal[] {
  if (!isKnown) return []
  const compared = earlierPosts !== undefined
  const before = earlierPosts ?? []
  const totals = postFigures.flatMap((name): FigureTotal[] => {
    const [current, earlier] = [sumOf(now, name), sumOf(before, name)]
    if (current.known === 0 && earlier.known === 0) return []
    const broken = breakOf(frame, [...now, ...before], name)
    const change: Change = broken ? { kind: 'break', on: broken.on, network: broken.network } : changeOf(current, earlier)
    return [{ name, now: toPlainSum(current), before: compared ? toPlainSum(earlier) : null, change: compared ? change : { kind: 'unknown' } }]
  })
  const [rate, rateBefore] = [rateOf(now), rateOf(before)]
  const rated: FigureTotal[] = rate.known + rateBefore.known === 0 ? [] : [{
    name: 'engagement_rate',
    now: toPlainSum(rate),
    before: compared ? toPlainSum(rateBefore) : null,
    change: compared ? changeOfRate(rate, rateBefore) : { kind: 'unknown' }
  }]
  return [...totals, ...rated]
}
