import { RRuleTemporal } from 'rrule-temporal'
import { addDays, daysBetween, isDate, type PlainDate } from '../time'

/**
 * Days on which something repeats. The rule is an RRULE of RFC 5545 without DTSTART and without hours: the days come from the
 * rule, the clock time of each is the same, so that a series stays at 09:00 through the year.
 */
export interface Recurrence {
  /** For example `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH`. */
  rule: string
  startsOn: PlainDate
  /** The last day that counts, or null for none. */
  untilOn: PlainDate | null
  /** Days that are left out; they count where the rule has a COUNT. */
  excluded: readonly PlainDate[]
}

/** Why a rule cannot be used. */
export type RuleProblem = 'unreadable' | 'too-often' | 'hours' | 'too-many' | 'two-ends' | 'never'

const PARTS = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO', 'WKST'])
const HOURS = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND'])
const DAILY_AT_MOST = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
const SUB_DAILY = new Set(['HOURLY', 'MINUTELY', 'SECONDLY'])

export const MAX_COUNT = 1_000
/** Days that one question about a series may span; ten years. */
export const MAX_SPAN = 3_660

/** The parts of a rule by name, or undefined when it is not a list of parts. */
export function rulePartsOf(rule: string): Map<string, string> | undefined {
  const parts = new Map<string, string>()
  for (const part of rule.replace(/^RRULE:/i, '').split(';')) {
    const [name, value, ...more] = part.split('=')
    if (!name || !value || more.length > 0 || parts.has(name.toUpperCase())) return undefined
    parts.set(name.toUpperCase(), value.toUpperCase())
  }
  return parts
}

const ruleTextOf = (parts: ReadonlyMap<string, string>): string => [...parts].map(([name, value]) => `${name}=${value}`).join(';')
const compact = (date: PlainDate): string => date.replaceAll('-', '')
const midnight = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`)

/** Days are counted at midnight in UTC, where no clock ever changes. */
function series({ rule, startsOn }: Pick<Recurrence, 'rule' | 'startsOn'>): RRuleTemporal {
  const text = rule.replace(/^RRULE:/i, '').toUpperCase()
  return new RRuleTemporal({ rruleString: `DTSTART:${compact(startsOn)}T000000Z\nRRULE:${text}`, maxIterations: 20_000 })
}

function partsProblem(parts: ReadonlyMap<string, string>): RuleProblem | undefined {
  const freq = parts.get('FREQ')
  if (freq === undefined) return 'unreadable'
  if (SUB_DAILY.has(freq)) return 'too-often'
  if ([...parts.keys()].some(name => HOURS.has(name))) return 'hours'
  if (!DAILY_AT_MOST.has(freq) || [...parts.keys()].some(name => !PARTS.has(name))) return 'unreadable'
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'two-ends'
  return numbersProblem(parts)
}

function numbersProblem(parts: ReadonlyMap<string, string>): RuleProblem | undefined {
  for (const name of ['COUNT', 'INTERVAL']) {
    const value = parts.get(name)
    if (value === undefined) continue
    if (!/^[1-9]\d*$/.test(value)) return 'unreadable'
    if (Number(value) > MAX_COUNT) return 'too-many'
  }
  return undefined
}

/** Undefined when the rule can be used from that day on. */
export function ruleProblem(rule: string, startsOn: PlainDate): RuleProblem | undefined {
  const parts = rulePartsOf(rule)
  if (!parts || !isDate(startsOn)) return 'unreadable'
  const problem = partsProblem(parts)
  if (problem) return problem
  let days: RRuleTemporal
  try {
    days = series({ rule, startsOn })
  } catch {
    return 'unreadable'
  }
  try {
    return days.all((_, index) => index < 1).length === 0 ? 'never' : undefined
  } catch {
    // The library gives up after as many turns as no useful rule needs.
    return 'never'
  }
}

/**
 * The days of a series from the first to the last given, both included, in order.
 *
 * @throws RangeError when the rule cannot be used, or the days span more than `MAX_SPAN`
 */
export function occurrences({ rule, startsOn, untilOn, excluded }: Recurrence, first: PlainDate, last: PlainDate): PlainDate[] {
  const problem = ruleProblem(rule, startsOn)
  if (problem) throw new RangeError(`${problem} rule: ${rule}`)
  const end = untilOn !== null && untilOn < last ? untilOn : last
  const start = first < startsOn ? startsOn : first
  if (end < start) return []
  if (daysBetween(start, end) > MAX_SPAN) throw new RangeError(`more than ${MAX_SPAN} days asked for`)
  const left = new Set(excluded)
  const days = series({ rule, startsOn }).between(midnight(start), midnight(end), true)
  return days.map(day => day.toPlainDate().toString()).filter(day => !left.has(day))
}

/** The next day of a series on or after a day, within ten years. */
export function nextOccurrence(recurrence: Recurrence, onOrAfter: PlainDate): PlainDate | undefined {
  const start = onOrAfter < recurrence.startsOn ? recurrence.startsOn : onOrAfter
  return occurrences(recurrence, start, addDays(start, MAX_SPAN))[0]
}

/**
 * Parts a series in two, for "this and following": the first ends the day before, the second goes on from that day. Where the
 * rule counts, the second counts what is left.
 *
 * @param on a day of the series, as the rule gives it
 * @returns undefined when nothing is left on one of the sides
 */
export function splitRecurrence(recurrence: Recurrence, on: PlainDate): { before: Recurrence; after: Recurrence } | undefined {
  const parts = rulePartsOf(recurrence.rule)
  const { startsOn, excluded } = recurrence
  if (!parts || on <= startsOn) return undefined
  const earlier = occurrences({ ...recurrence, excluded: [] }, startsOn, addDays(on, -1)).length
  if (earlier === 0) return undefined
  const count = parts.get('COUNT')
  if (count !== undefined) {
    if (Number(count) <= earlier) return undefined
    parts.set('COUNT', String(Number(count) - earlier))
  }
  return {
    before: { ...recurrence, untilOn: addDays(on, -1), excluded: excluded.filter(day => day < on) },
    after: { ...recurrence, rule: ruleTextOf(parts), startsOn: on, excluded: excluded.filter(day => day >= on) }
  }
}
