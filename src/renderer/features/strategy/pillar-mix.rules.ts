import { addDays, addMonths } from '@shared/time'

export const periods = ['month', 'next', 'quarter', 'all'] as const
export type Period = (typeof periods)[number]

/** First and last day of a period that begins with the month of `today`; undefined for all posts. */
export function daysOfPeriod(period: Period, today: string): { fromDay: string; toDay: string } | undefined {
  if (period === 'all') return undefined
  const thisMonth = `${today.slice(0, 7)}-01`
  const from = period === 'next' ? addMonths(thisMonth, 1) : thisMonth
  return { fromDay: from, toDay: addDays(addMonths(from, period === 'quarter' ? 3 : 1), -1) }
}

export interface Share {
  id: string
  name: string
  color: string
  /** Percent, whole. */
  share: number
}

interface Counted {
  id: string
  name: string
  color: string
  targetShare: number | null
  posts: number
}

/** Whole percents that add up to what they are shares of: the largest remainders get what rounding leaves. */
export function wholeShares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count * 100) / total)
  const whole = exact.map(Math.floor)
  const left = 100 - whole.reduce((sum, share) => sum + share, 0)
  const order = exact.map((share, index) => ({ index, rest: share - Math.floor(share) })).toSorted((a, b) => b.rest - a.rest)
  for (const { index } of order.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1
  return whole
}

/** Share of the plan of each pillar, in their order, and of posts without one. */
export function plannedShares(pillars: readonly Counted[], withoutPillar: number): { shares: Share[]; without: number } {
  const shares = wholeShares([...pillars.map(({ posts }) => posts), withoutPillar])
  return {
    shares: pillars.map(({ id, name, color }, index) => ({ id, name, color, share: shares[index] ?? 0 })),
    without: shares.at(-1) ?? 0
  }
}

export function targetShares(pillars: readonly Counted[]): Share[] {
  return pillars.flatMap(({ id, name, color, targetShare }) => (targetShare ? [{ id, name, color, share: targetShare }] : []))
}

/** Points between plan and target; within three it is on target. Undefined without a target or without posts. */
export function driftOf(target: number | null, share: number, total: number): { kind: 'on' | 'over' | 'under'; points: number } | undefined {
  if (target === null || total === 0) return undefined
  const points = Math.abs(share - target)
  if (points <= 3) return { kind: 'on', points }
  return { kind: share > target ? 'over' : 'under', points }
}
