/** Dates, numbers and sizes as people of one locale write them, in one time zone. */
export interface Formats {
  /** `1,234.5`; at most one decimal unless options say otherwise. */
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** A share of one: `0.42` is `42%`. */
  percent(value: number): string
  /** Bytes in decimal units with a short unit: `31.4 MB`. */
  bytes(value: number): string
  /** A day: `Mar 4, 2026`. Takes an ISO instant, or a day (`2026-03-04`), which is the same in every zone. */
  date(iso: string): string
  /** A day and a clock time in the zone: `Mar 4, 2026, 9:30 AM`. */
  dateTime(iso: string): string
  /** A clock time in the zone: `9:30 AM`. */
  time(iso: string): string
  /** About how long: `20 s`, `3 min`, `1 h 5 min`. Takes seconds. */
  duration(seconds: number): string
  /** `a, b, and c`. */
  list(items: readonly string[]): string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function formatBytes(locale: string, value: number): string {
  let size = Math.max(0, value)
  let step = 0
  while (size >= 999.5 && step < byteUnits.length - 1) {
    size /= 1000
    step += 1
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: byteUnits[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 || size >= 100 ? 0 : 1
  }).format(size)
}

function formatDuration(locale: string, seconds: number): string {
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value)
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return unit(whole, 'second')
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  const rest = minutes % 60
  const hours = unit(Math.floor(minutes / 60), 'hour')
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`
}

const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Formats for a locale (`en-US`) and an IANA zone; without a zone, the machine's. */
export function createFormats(locale: string, timeZone?: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const plainDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value, options = { maximumFractionDigits: 1 }) => new Intl.NumberFormat(locale, options).format(value),
    percent: (value) => share.format(value),
    bytes: (value) => formatBytes(locale, value),
    date: (iso) => (PLAIN_DAY.test(iso) ? plainDay : day).format(new Date(iso)),
    dateTime: (iso) => dayAndTime.format(new Date(iso)),
    time: (iso) => clock.format(new Date(iso)),
    duration: (seconds) => formatDuration(locale, seconds),
    list: (items) => list.format(items)
  }
}
