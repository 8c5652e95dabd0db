import { zoneOffsets } from '../../../../shared/time'

/** When posts went out by the clock of a zone. */
export interface PostTimes {
  dates: string[]
  /** 1 is Monday. */
  weekdays: Uint8Array
  hours: Uint8Array
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** @param publishedAt instants in the order of time */
export function timesOf(publishedAt: readonly string[], zone: string): PostTimes {
  const [from, to] = [publishedAt[0], publishedAt.at(-1)]
  const times: PostTimes = { dates: [], weekdays: new Uint8Array(publishedAt.length), hours: new Uint8Array(publishedAt.length) }
  if (from === undefined || to === undefined) return times
  const offset = zoneOffsets(zone, { from, to })
  // Many posts in turn are of one day.
  let last = { day: NaN, date: '' }
  for (const [at, instant] of publishedAt.entries()) {
    const moment = Date.parse(instant)
    const local = moment + offset(moment) * MINUTE
    const day = Math.floor(local / DAY)
    if (day !== last.day) last = { day, date: new Date(local).toISOString().slice(0, 10) }
    times.dates.push(last.date)
    // The first day of all was a Thursday.
    times.weekdays[at] = ((((day + 3) % 7) + 7) % 7) + 1
    times.hours[at] = Math.floor((local - day * DAY) / HOUR)
  }
  return times
}
