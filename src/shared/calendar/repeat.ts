import { dayPartsOf, type DayParts } from './day-parts'
import { rulePartsOf } from './recurrence'
import { weekdayOf, type PlainDate, type Weekday } from '../time'

/** Which of the weekdays of a month; -1 is the last. */
export type Nth = 1 | 2 | 3 | 4 | 5 | -1

/** A rule as an editor offers it. What is more involved is kept as text and shown as it is. */
export type Repeat =
  | { every: 'day'; interval: number; count: number | null }
  | { every: 'week'; interval: number; weekdays: Weekday[]; count: number | null }
  /** `day` -1 is the last of the month. A month without the day is left out. */
  | { every: 'month'; interval: number; day: number; count: number | null }
  | { every: 'month-weekday'; interval: number; nth: Nth; weekday: Weekday; count: number | null }
  | { every: 'year'; interval: number; count: number | null }

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const codeOf = (weekday: Weekday): string => CODES[weekday - 1] ?? 'MO'
const weekdayNamed = (code: string): Weekday | undefined => {
  const index = (CODES as readonly string[]).indexOf(code)
  return index === -1 ? undefined : ((index + 1) as Weekday)
}

const DEFAULTS = new Set(['FREQ', 'INTERVAL', 'COUNT', 'WKST'])
const NTH_DAY = /^([1-5]|-1)(MO|TU|WE|TH|FR|SA|SU)$/

/** The rule in the words of RFC 5545. */
export function ruleOf(repeat: Repeat): string {
  const parts: string[] = []
  switch (repeat.every) {
    case 'day':
      parts.push('FREQ=DAILY')
      break
    case 'week':
      parts.push('FREQ=WEEKLY', `BYDAY=${[...repeat.weekdays].sort((a, b) => a - b).map(codeOf).join(',')}`)
      break
    case 'month':
      parts.push('FREQ=MONTHLY', `BYMONTHDAY=${repeat.day}`)
      break
    case 'month-weekday':
      parts.push('FREQ=MONTHLY', `BYDAY=${repeat.nth}${codeOf(repeat.weekday)}`)
      break
    case 'year':
      parts.push('FREQ=YEARLY')
  }
  if (repeat.interval > 1) parts.splice(1, 0, `INTERVAL=${repeat.interval}`)
  if (repeat.count !== null) parts.push(`COUNT=${repeat.count}`)
  return parts.join(';')
}

function weekly(byDay: string | undefined, startsOn: PlainDate): Weekday[] | undefined {
  if (byDay === undefined) return [weekdayOf(startsOn)]
  const weekdays = byDay.split(',').map(weekdayNamed)
  return weekdays.every(weekday => weekday !== undefined) ? weekdays : undefined
}

function monthly(parts: ReadonlyMap<string, string>, startsOn: PlainDate, common: { interval: number; count: number | null }): Repeat | undefined {
  const nth = NTH_DAY.exec(parts.get('BYDAY') ?? '')
  const weekday = weekdayNamed(nth?.[2] ?? '')
  if (nth && weekday) return parts.has('BYMONTHDAY') ? undefined : { every: 'month-weekday', nth: Number(nth[1]) as Nth, weekday, ...common }
  if (parts.has('BYDAY')) return undefined
  const day = Number(parts.get('BYMONTHDAY') ?? startsOn.slice(8))
  const known = day === -1 || (Number.isInteger(day) && day >= 1 && day <= 31)
  return known ? { every: 'month', day, ...common } : undefined
}

/** The rule as the editor offers it, or undefined when it says more than the editor can. */
export function repeatOf(rule: string, startsOn: PlainDate): Repeat | undefined {
  const parts = rulePartsOf(rule)
  if (!parts || parts.has('UNTIL')) return undefined
  const common = { interval: Number(parts.get('INTERVAL') ?? 1), count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null }
  const others = [...parts.keys()].filter(name => !DEFAULTS.has(name))
  const only = (...names: string[]): boolean => others.every(name => names.includes(name))
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return only() ? { every: 'day', ...common } : undefined
    case 'WEEKLY': {
      const weekdays = only('BYDAY') ? weekly(parts.get('BYDAY'), startsOn) : undefined
      return weekdays && { every: 'week', weekdays, ...common }
    }
    case 'MONTHLY':
      return only('BYDAY', 'BYMONTHDAY') ? monthly(parts, startsOn, common) : undefined
    case 'YEARLY':
      return only() ? { every: 'year', ...common } : undefined
    default:
      return undefined
  }
}

const turned = (weekday: Weekday, days: number): Weekday => ((((weekday - 1 + days) % 7) + 7) % 7 + 1) as Weekday
const nthOf = ({ day, lastDay }: DayParts): Nth => (day + 7 > lastDay ? -1 : (Math.ceil(day / 7) as Nth))

/** The same repetition, moved so that what fell on one day falls on another: Mondays become Tuesdays, the 1st the 2nd. */
export function movedRepeat(repeat: Repeat, from: PlainDate, to: PlainDate): Repeat {
  switch (repeat.every) {
    case 'week': {
      const days = weekdayOf(to) - weekdayOf(from)
      return { ...repeat, weekdays: repeat.weekdays.map(weekday => turned(weekday, days)) }
    }
    case 'month':
      return { ...repeat, day: repeat.day === -1 && dayPartsOf(to).day === dayPartsOf(to).lastDay ? -1 : dayPartsOf(to).day }
    case 'month-weekday':
      return { ...repeat, weekday: weekdayOf(to), nth: nthOf(dayPartsOf(to)) }
    case 'day':
    case 'year':
      return repeat
  }
}

/** What an editor proposes for a first day: each week on its weekday, each month on its day, and so on. */
export function proposedRepeats(date: PlainDate): Repeat[] {
  const parts = dayPartsOf(date)
  const common = { interval: 1, count: null }
  const weekday = weekdayOf(date)
  const proposals: Repeat[] = [
    { every: 'day', ...common },
    { every: 'week', weekdays: [weekday], ...common },
    { every: 'week', ...common, interval: 2, weekdays: [weekday] },
    { every: 'month', day: parts.day, ...common },
    { every: 'month-weekday', nth: nthOf(parts), weekday, ...common },
    { every: 'year', ...common }
  ]
  return proposals
}
