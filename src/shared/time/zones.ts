import { Temporal } from 'temporal-polyfill/implementation'
import type { Instant, WallTime } from './wall-time'
import { wallTimeOf } from './wall-time'

const NANOSECONDS_A_MINUTE = 60_000_000_000
/** Zones without a place, such as `+02:00`, know no daylight saving time: nobody means them. */
const BARE_OFFSET = /^[+\-\u2212\d]/

const at = (instant: Instant, zone: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)

/** The zone's name in the database (IANA), as it is spelled there, or undefined when there is none. */
export function zoneNamed(text: string): string | undefined {
  if (text === '' || BARE_OFFSET.test(text)) return undefined
  try {
    return at('2026-01-01T00:00:00Z', text).timeZoneId
  } catch {
    return undefined
  }
}

export const isZone = (text: string): boolean => zoneNamed(text) !== undefined

/** Minutes that the clock of a zone is ahead of UTC at an instant; negative to the west. */
export function offsetMinutes(zone: string, instant: Instant): number {
  return at(instant, zone).offsetNanoseconds / NANOSECONDS_A_MINUTE
}

/** As `+05:45`. */
export const offsetOf = (zone: string, instant: Instant): string => at(instant, zone).offset

/** Minutes that the clock of `zone` is ahead of that of `other` at an instant. */
export function zoneDifference(zone: string, other: string, instant: Instant): number {
  return offsetMinutes(zone, instant) - offsetMinutes(other, instant)
}

/** A clock that is put forward (`minutes` above 0) or back at an instant; what it shows from then on. */
export interface ClockChange extends WallTime {
  instant: Instant
  minutes: number
}

/** Changes of a zone's clock from one instant up to, not including, another. */
export function clockChanges(zone: string, from: Instant, to: Instant): ClockChange[] {
  const found: ClockChange[] = []
  const end = Temporal.Instant.from(to).epochMilliseconds
  // A transition at the very beginning counts.
  let moment = at(from, zone).subtract({ nanoseconds: 1 })
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= end) return found
    const minutes = (next.offsetNanoseconds - next.subtract({ nanoseconds: 1 }).offsetNanoseconds) / NANOSECONDS_A_MINUTE
    const instant = new Date(next.epochMilliseconds).toISOString()
    if (minutes !== 0) found.push({ ...wallTimeOf(instant, zone), instant, minutes })
    moment = next
  }
}
