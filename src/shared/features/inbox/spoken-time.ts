import { addDays, instantOf, isClockTime, isDate, wallTimeOf, weekdayOf, type Instant } from '../../time'

const MINUTE = 60_000
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, min: MINUTE, mins: MINUTE, h: 60 * MINUTE, t: 60 * MINUTE, u: 60 * MINUTE, d: 1440 * MINUTE, w: 10_080 * MINUTE, wk: 10_080 * MINUTE }
const TODAY = new Set(['', 'today', 'i dag', 'idag', 'vandaag', 'oggi'])
const YESTERDAY = new Set(['yesterday', 'i går', 'igår', 'gisteren', 'ieri'])
/** First letters of the days, Monday first, in the languages of the app. */
const DAYS: readonly (readonly string[])[] = [['mon', 'man', 'maa', 'lun'], ['tue', 'tir', 'din', 'mar'], ['wed', 'ons', 'woe', 'mer'], ['thu', 'tor', 'don', 'gio'], ['fri', 'fre', 'vri', 'ven'], ['sat', 'lør', 'zat', 'sab'], ['sun', 'søn', 'zon', 'dom']]

function clockOf(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?$/.exec(text)
  const [, hours = '', minutes = '00', half] = found ?? []
  if (!found || (found[2] === undefined && half === undefined)) return undefined
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0)
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  return isClockTime(time) ? time : undefined
}

function dayOf(text: string, today: string): string | undefined {
  if (TODAY.has(text)) return today
  if (YESTERDAY.has(text)) return addDays(today, -1)
  if (isDate(text)) return text
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})\.?(?:[./]?(\d{4}))?$/.exec(text) ?? []
  if (day !== undefined && month !== undefined) {
    const date = `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!isDate(date)) return undefined
    // What was written is not to come: December looked at in January is that of the year before.
    return year === undefined && date > today ? `${Number(today.slice(0, 4)) - 1}${date.slice(4)}` : date
  }
  const weekday = text.length < 3 ? -1 : DAYS.findIndex((names) => names.some((name) => text.startsWith(name)))
  if (weekday === -1) return undefined
  return addDays(today, -((weekdayOf(today) - (weekday + 1) + 7) % 7))
}

/**
 * The instant that a time on a screenshot stands for, as one types it: `10:42`, `yesterday 9:15`, `Fri 14.05`, `21.11. 10:42`,
 * `2026-11-21 10:42`, `12 min`, `3 h`. Empty is now. By the clock of `zone`; a clock time that is still to come was yesterday's.
 * @returns undefined for what is no time, and for what is to come
 */
export function spokenTime(text: string, now: Instant, zone: string): Instant | undefined {
  const words = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ').replace(/ ([ap])\.?m\.?$/, '$1m').replace(/ (?:at|kl\.?|om|alle) /, ' ')
  if (words === '' || words === 'now') return now
  const [, amount, unit] = /^(\d{1,4}) ?([a-z]+)\.?(?: ago)?$/.exec(words) ?? []
  const length = UNITS[unit ?? '']
  if (amount !== undefined && length !== undefined) return new Date(Date.parse(now) - Number(amount) * length).toISOString()
  const [, before = '', last = ''] = /^(?:(.*) )?(\S+)$/.exec(words) ?? []
  const time = clockOf(last)
  const today = wallTimeOf(now, zone).date
  const date = time === undefined ? undefined : dayOf(before, today)
  if (time === undefined || date === undefined) return undefined
  const at = instantOf({ date, time }, zone)
  if (at <= now) return at
  if (before === '') return instantOf({ date: addDays(today, -1), time }, zone)
  return undefined
}
