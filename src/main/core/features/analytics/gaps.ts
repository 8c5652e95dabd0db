import { type Gap, type Source, sourceKey } from '../../../../shared/features/analytics/analytics.schema'
import type { Period } from '../../../../shared/features/analytics/periods'
import { addDays, eachDay } from '../../../../shared/time'

/** A channel's first and last known day of all, and those inside the period. */
export interface KnownOfSource extends Source {
  first: string
  last: string
  days: ReadonlySet<string>
}

/** Runs of days of the period without any figure of a channel, as far as the days are over. */
export function gapsOf(sources: readonly KnownOfSource[], { from, to }: Period, today: string): Gap[] {
  const end = to < today ? to : addDays(today, -1)
  if (end < from) return []
  return sources.flatMap(({ network, channelId, first, last, days }) => {
    const gaps: Gap[] = []
    for (const day of eachDay(from, end)) {
      if (days.has(day)) continue
      const kind = day > last ? 'after' : day < first ? 'before' : 'within'
      const open = gaps.at(-1)
      if (open && open.kind === kind && addDays(open.to, 1) === day) open.to = day
      else gaps.push({ network, channelId, from: day, to: day, kind })
    }
    return gaps
  })
}

/** Puts the days that are known beside the span of each channel. */
export function knownBySource(spans: readonly (Source & { first: string; last: string })[], known: readonly (Source & { day: string })[]): KnownOfSource[] {
  const days = new Map<string, Set<string>>()
  for (const one of known) {
    const key = sourceKey(one)
    const found = days.get(key) ?? new Set<string>()
    found.add(one.day)
    days.set(key, found)
  }
  return spans.map((span) => ({ ...span, days: days.get(sourceKey(span)) ?? new Set<string>() }))
}
