import type { PlainDate, Weekday } from '@shared/time'
import { computed, type ComputedRef } from 'vue'
import { useLocale } from '../../app'

/** Days as people of one locale write them. They are days of a calendar, in no zone. */
export interface DayFormats {
  /** `November 2026` */
  month(date: PlainDate): string
  /** `Tuesday, November 3, 2026` */
  long(date: PlainDate): string
  /** `Tue, Nov 3` */
  short(date: PlainDate): string
  /** `Nov 3` */
  brief(date: PlainDate): string
  /** `Nov 2 – 8, 2026` */
  range(first: PlainDate, last: PlainDate): string
  /** `Tue` */
  weekday(weekday: Weekday): string
  /** `Tuesday` */
  weekdayLong(weekday: Weekday): string
  /** The clock of a day to scale: `9 AM`, from minutes after midnight. */
  hour(minutes: number): string
  /** A clock time without a day, `9:00 AM`, from `09:00`. */
  clock(time: string): string
}

const at = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`)
/** January 1, 2024 was a Monday. */
const dayOf = (weekday: Weekday): Date => new Date(Date.UTC(2024, 0, weekday))

/** A day is written the same each time, and a month says each of its days several times over. */
export function once<K, V>(write: (key: K) => V): (key: K) => V {
  const written = new Map<K, V>()
  return (key) => {
    const known = written.get(key) ?? write(key)
    written.set(key, known)
    return known
  }
}

function makeDayFormats(locale: string): DayFormats {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const month = make({ month: 'long', year: 'numeric' })
  const long = make({ dateStyle: 'full' })
  const short = make({ weekday: 'short', month: 'short', day: 'numeric' })
  const brief = make({ month: 'short', day: 'numeric' })
  const range = make({ month: 'short', day: 'numeric', year: 'numeric' })
  const weekday = make({ weekday: 'short' })
  const weekdayLong = make({ weekday: 'long' })
  const hour = make({ hour: 'numeric' })
  const clock = make({ timeStyle: 'short' })
  return {
    month: (date) => month.format(at(date)),
    long: once((date) => long.format(at(date))),
    short: once((date) => short.format(at(date))),
    brief: once((date) => brief.format(at(date))),
    range: (first, last) => range.formatRange(at(first), at(last)),
    weekday: (day) => weekday.format(dayOf(day)),
    weekdayLong: (day) => weekdayLong.format(dayOf(day)),
    hour: (minutes) => hour.format(new Date(Date.UTC(2024, 0, 1, 0, minutes))),
    clock: once((time) => clock.format(new Date(`2024-01-01T${time}:00Z`)))
  }
}

const made = new Map<string, DayFormats>()

/** Making them costs more than using them: hundreds of tiles share those of their locale. */
export function createDayFormats(locale: string): DayFormats {
  const formats = made.get(locale) ?? makeDayFormats(locale)
  made.set(locale, formats)
  return formats
}

/** Days in the open client's first language. */
export function useDayFormats(): ComputedRef<DayFormats> {
  const locale = useLocale()
  return computed(() => createDayFormats(locale.value))
}
