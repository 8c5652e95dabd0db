import { daysBetween, type PlainDate } from '../../time'

export interface Pacing {
  /** In whole units of the currency; null where no budget is set. */
  budget: number | null
  /** Up to `until`; null where no file told any. */
  spent: number | null
  /** Last day that spend is known of. */
  until: PlainDate | null
  /** Days of the campaign up to `until`, and all of them; null where it has no days. */
  daysGone: number | null
  daysAll: number | null
  /** What should be spent by `until` if every day took the same. */
  planned: number | null
  /** What will be spent by the last day if every day to come takes what those gone took on average. */
  forecast: number | null
}

/**
 * How a budget runs, reckoned evenly over the days of the campaign.
 * @param spend by day, inside the campaign or not; what lies outside its days is left out where it has days
 */
export function paceOf(
  { startsOn, endsOn, budget }: { startsOn: PlainDate | null; endsOn: PlainDate | null; budget: number | null },
  spend: readonly { until: PlainDate; value: number | null }[]
): Pacing {
  const known = spend.filter(({ value, until }) => value !== null && (startsOn === null || until >= startsOn) && (endsOn === null || until <= endsOn))
  const spent = known.length === 0 ? null : known.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const until = known.map((row) => row.until).sort().at(-1) ?? null
  if (startsOn === null || endsOn === null) return { budget, spent, until, daysGone: null, daysAll: null, planned: null, forecast: null }
  const daysAll = daysBetween(startsOn, endsOn) + 1
  const daysGone = until === null ? 0 : daysBetween(startsOn, until) + 1
  return {
    budget, spent, until, daysGone, daysAll,
    planned: budget === null ? null : (budget * daysGone) / daysAll,
    forecast: spent === null || daysGone <= 0 ? null : (spent / daysGone) * daysAll
  }
}
