import { addDays, addMonths, monthOf, startOfWeek, type PlainDate } from '../../time'
import type { ExportGuide } from './export-guides'

/** How often a client's exports are fetched. */
export const exportIntervals = ['weekly', 'monthly', 'off'] as const
export type ExportInterval = (typeof exportIntervals)[number]

/** What one file covered: the days of its rows, empty where it does not say, and the days it was measured and came in on. */
export interface CoveredFile {
  startsOn: PlainDate
  endsOn: PlainDate
  measuredOn: PlainDate
  importedOn: PlainDate
}

export interface DayRange {
  from: PlainDate
  to: PlainDate
}

/** The last day of the week or month that a day is in; without an interval, of the month. */
const endOfPeriod = (day: PlainDate, interval: ExportInterval): PlainDate =>
  interval === 'weekly' ? addDays(startOfWeek(day, 'monday'), 6) : monthOf(day).last

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** The days that a file says something of. */
export function coveredDays({ startsOn, endsOn, measuredOn }: CoveredFile): DayRange | undefined {
  const to = endsOn || measuredOn
  return to === '' ? undefined : { from: startsOn || to, to }
}

/**
 * The day until which nothing is missing. Rows of posts end with the last post: where such a file came in after its period
 * ended, the days without a post at the end of that period are not asked for again.
 */
export function settledUntil(file: CoveredFile, cover: ExportGuide['cover'], interval: ExportInterval): PlainDate | undefined {
  const covered = coveredDays(file)
  if (!covered || cover === 'days') return covered?.to
  const settled = earlier(file.importedOn, endOfPeriod(covered.to, interval))
  return settled < covered.to ? covered.to : settled
}

/**
 * The days that a file covers. Posts are not made on each day: a file of them covers its periods from their first day until they
 * are settled, so that a quiet day is no gap.
 */
export function coverageOf(file: CoveredFile, cover: ExportGuide['cover'], interval: ExportInterval): DayRange | undefined {
  const covered = coveredDays(file)
  if (!covered || cover === 'days') return covered
  const first = interval === 'weekly' ? startOfWeek(covered.from, 'monday') : monthOf(covered.from).first
  return { from: first, to: settledUntil(file, cover, interval) ?? covered.to }
}

/** Ranges in their order; those that touch or overlap are one. */
export function mergeRanges(ranges: readonly DayRange[]): DayRange[] {
  const merged: DayRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = merged.at(-1)
    if (last && range.from <= addDays(last.to, 1)) last.to = last.to < range.to ? range.to : last.to
    else merged.push({ ...range })
  }
  return merged
}

/** The first day of the period after the one that a day is in. */
const nextPeriod = (day: PlainDate, interval: ExportInterval): PlainDate =>
  interval === 'weekly' ? addDays(startOfWeek(day, 'monday'), 7) : addMonths(monthOf(day).first, 1)

/**
 * The day from which the next export is due: the one after the first period that is not covered to its end, and as many days
 * later as the network takes. Where nothing came in yet, the period that the channel was added in counts as the first.
 */
export function dueFrom(settled: PlainDate | undefined, knownSince: PlainDate, interval: ExportInterval, delayDays: number): PlainDate | undefined {
  if (interval === 'off') return undefined
  const open = settled === undefined ? knownSince : addDays(settled, 1)
  return addDays(nextPeriod(open, interval), delayDays)
}

/** The day on which the first day that is not covered can no longer be had from the network. */
export function lostFrom(coveredUntil: PlainDate | undefined, keepsDays: number | null | undefined): PlainDate | undefined {
  if (coveredUntil === undefined || keepsDays === null || keepsDays === undefined) return undefined
  return addDays(coveredUntil, 1 + keepsDays)
}

/** Whether an export is expected of a channel, by what the client has and what came in before. */
export function isExpected(guide: ExportGuide, guides: readonly ExportGuide[], seen: ReadonlySet<string>): boolean {
  if (seen.has(guide.id)) return true
  if (guide.expected !== 'channel') return false
  if (guide.variant === '') return true
  const comesIn = (variant: string): boolean => guides.some((one) => one.variant === variant && seen.has(one.id))
  const others = new Set(guides.map(({ variant }) => variant).filter((variant) => variant !== '' && variant !== 'ads' && variant !== guide.variant))
  return comesIn(guide.variant) || ![...others].some(comesIn)
}
