import { monthNamed } from './month-names'

/** In which order a column writes its dates: settled by names of months, by days above 12, by a year in front, or by dots. */
export type DateOrder = 'dmy' | 'mdy'

export interface ReadTime {
  /** `HH:MM`. */
  time: string
  /** `Z` or `+02:00` where the text says so. */
  offset: string | null
}

/** A date as it was read. `first` and `second` are kept where their order tells day from month. */
export type ReadDate = ({ kind: 'day'; year: number; month: number; day: number } | { kind: 'order'; year: number; first: number; second: number; dots: boolean }) & {
  time: ReadTime | null
}

const LONGEST = 80
const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2}(?:[.,]\d{1,9})?)?$/
const OFFSET = /(?:z|utc|gmt|[+-]\d{2}:?\d{2})$/
const HALF = /([ap])\.?m\.?$/
const WORDS_BEFORE_TIME = /^(?:kl\.?|klokken|at|om|um|a las|alle(?: ore)?|ore|às|[à@,\-–t])\s*/
const WORDS_AFTER_TIME = /\s*(?:uur|uhr|u|h|hrs?|o'clock)\.?$/

const two = (value: number): string => String(value).padStart(2, '0')

function offsetText(found: string): string {
  if (!/\d/.test(found)) return 'Z'
  const digits = found.replace(':', '')
  return `${digits.slice(0, 3)}:${digits.slice(3)}`
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

/** Reads `09:00`, `9.30 uur`, `kl. 9`, `9:00 AM`, `07:00:00.000Z`. A bare number is no time. */
export function readTime(given: string): ReadTime | undefined {
  if (given.length > LONGEST) return undefined
  let text = given.normalize('NFKC').trim().toLowerCase().replace(WORDS_BEFORE_TIME, '')
  const led = text.length < given.trim().length
  const offset = OFFSET.exec(text)?.[0]
  if (offset !== undefined) text = text.slice(0, -offset.length).trimEnd()
  const half = HALF.exec(text)
  if (half) text = text.slice(0, half.index).trimEnd()
  const bare = text.replace(WORDS_AFTER_TIME, '')
  const clock = CLOCK.exec(bare)
  if (!clock) return undefined
  if (clock[2] === undefined && !half && bare === text && !led) return undefined
  const hour = hourOf(Number(clock[1]), half?.[1])
  const minute = Number(clock[2] ?? 0)
  if (hour === undefined || minute > 59) return undefined
  return { time: `${two(hour)}:${two(minute)}`, offset: offset === undefined ? null : offsetText(offset) }
}

const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

interface Found {
  date: { kind: 'day'; year: number; month: number; day: number } | { kind: 'order'; year: number; first: number; second: number; dots: boolean }
  rest: string
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/
const DAY_NAME_YEAR = /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -](?:de |of )?(\p{L}{3,12})\.?[ -](?:de |del )?(\d{4})(?!\d)(.*)$/u
const NAME_DAY_YEAR = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})(?!\d)(.*)$/u
const WEEKDAY = /^\p{L}{2,12}\.? (?=\d|\p{L}{3,12}\.? \d)/u

function byNumbers(text: string): Found | undefined {
  const iso = ISO.exec(text) ?? undefined
  if (iso) return { date: { kind: 'day', year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }, rest: iso[5] ?? '' }
  const compact = COMPACT.exec(text)
  if (compact) return { date: { kind: 'day', year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) }, rest: compact[4] ?? '' }
  const numeric = NUMERIC.exec(text)
  if (!numeric) return undefined
  const order = { kind: 'order' as const, year: yearOf(numeric[4] ?? ''), first: Number(numeric[1]), second: Number(numeric[3]), dots: numeric[2] === '.' }
  return { date: order, rest: numeric[5] ?? '' }
}

function byNames(text: string): Found | undefined {
  const dayFirst = DAY_NAME_YEAR.exec(text)
  const nameFirst = dayFirst ? null : NAME_DAY_YEAR.exec(text)
  const month = monthNamed(dayFirst?.[2] ?? nameFirst?.[1] ?? '')
  const found = dayFirst ?? nameFirst
  if (!found || month === undefined) return undefined
  return { date: { kind: 'day', year: Number(found[3]), month, day: Number(dayFirst ? found[1] : found[2]) }, rest: found[4] ?? '' }
}

function isPossible(date: Found['date']): boolean {
  if (date.kind === 'order') return date.first >= 1 && date.second >= 1 && date.first <= 31 && date.second <= 31 && Math.min(date.first, date.second) <= 12
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
}

/**
 * Reads one date, with its time where there is one. Undefined where the text is none, or where more follows than a time:
 * what is not understood whole is not understood.
 */
export function readDate(given: string): ReadDate | undefined {
  if (given.length > LONGEST) return undefined
  // Notion writes a span as two dates; the first is when it begins.
  const start = given.split('→', 1)[0] ?? ''
  const text = start.normalize('NFKC').trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ')
  const found = byNumbers(text) ?? byNames(text) ?? byNumbers(text.replace(WEEKDAY, '')) ?? byNames(text.replace(WEEKDAY, ''))
  if (!found || !isPossible(found.date)) return undefined
  const rest = found.rest.trim()
  if (rest === '') return { ...found.date, time: null }
  const time = readTime(rest)
  return time && { ...found.date, time }
}

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `YYYY-MM-DD`, or undefined where the month has no such day or the order makes no date of it. */
export function dayOf(date: ReadDate, order: DateOrder | null): string | undefined {
  const { year } = date
  let month: number
  let day: number
  if (date.kind === 'day') ({ month, day } = date)
  else {
    const dayFirst = date.first === date.second || (date.dots && order === null) || order === 'dmy'
    if (!dayFirst && order === null) return undefined
    ;[day, month] = dayFirst ? [date.first, date.second] : [date.second, date.first]
  }
  if (month < 1 || month > 12 || day > daysOf(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

export interface OrderFinding {
  order: DateOrder | null
  /** `tied`: no row settles it; `mixed`: rows contradict each other. Both must be asked. */
  doubt: 'tied' | 'mixed' | null
}

/**
 * Which comes first, day or month, from a whole column. Dots are written day first wherever dates have dots; otherwise only
 * a number above 12 settles it.
 */
export function findDateOrder(dates: readonly ReadDate[]): OrderFinding {
  let dayFirst = 0
  let monthFirst = 0
  let open = 0
  for (const date of dates) {
    if (date.kind !== 'order') continue
    if (date.first > 12 || date.dots) dayFirst += 1
    else if (date.second > 12) monthFirst += 1
    else if (date.first !== date.second) open += 1
  }
  if (dayFirst > 0 && monthFirst > 0) return { order: null, doubt: 'mixed' }
  if (dayFirst > 0) return { order: 'dmy', doubt: null }
  if (monthFirst > 0) return { order: 'mdy', doubt: null }
  return { order: null, doubt: open > 0 ? 'tied' : null }
}
