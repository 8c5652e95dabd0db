import ICAL from 'ical.js'
import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { decodeWhole } from './encoding'
import { ParseError } from './parse-failure'
import type { Sink } from './sink'
import type { Source } from './source'

export const CALENDAR_HEADER = ['uid', 'summary', 'description', 'start', 'zone', 'allday', 'location', 'url', 'status', 'categories', 'attachments'] as const

type IcalTime = ReturnType<typeof ICAL.Time.now>

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-10-05T07:00:00Z`, without the Z where the calendar says a zone or none, a bare date for a whole day. */
function timeText(time: IcalTime): string {
  const date = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`
  if (time.isDate) return date
  return `${date}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}${time.zone?.tzid === 'UTC' ? 'Z' : ''}`
}

function textsOf(component: InstanceType<typeof ICAL.Component>, name: string): string[] {
  return component.getAllProperties(name).flatMap((property) => property.getValues().map(String))
}

const textOf = (component: InstanceType<typeof ICAL.Component>, name: string): string => textsOf(component, name)[0] ?? ''

interface Occurrence {
  key: string
  start: IcalTime
  item: InstanceType<typeof ICAL.Event>
}

/** Every time of an event, changed and cancelled ones as they are: one that repeats without end is cut at a year of days. */
function occurrencesOf(event: InstanceType<typeof ICAL.Event>): Occurrence[] {
  if (!event.isRecurring()) return [{ key: event.uid, start: event.startDate, item: event }]
  const found: Occurrence[] = []
  const iterator = event.iterator()
  for (let time = iterator.next() as IcalTime | undefined; time && found.length < PARSE_LIMITS.occurrences; time = iterator.next() as IcalTime | undefined) {
    const { item, startDate } = event.getOccurrenceDetails(time)
    found.push({ key: `${event.uid}#${timeText(time)}`, start: startDate, item })
  }
  return found
}

function rowOf({ key, start, item }: Occurrence, calendarZone: string): string[] {
  const { component } = item
  const stated = component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const zone = start.isDate || start.zone?.tzid === 'UTC' ? calendarZone : (stated ?? calendarZone)
  return [
    key,
    textOf(component, 'summary'),
    textOf(component, 'description'),
    timeText(start),
    zone,
    start.isDate ? 'TRUE' : 'FALSE',
    textOf(component, 'location'),
    textOf(component, 'url'),
    textOf(component, 'status'),
    textsOf(component, 'categories').join('\n'),
    textsOf(component, 'attach').join('\n')
  ].map((cell) => cell.replaceAll('\0', ''))
}

function rowsOf(calendar: InstanceType<typeof ICAL.Component>): string[][] {
  const zone = textOf(calendar, 'x-wr-timezone')
  const events = calendar.getAllSubcomponents('vevent')
  if (events.length > PARSE_LIMITS.calendarEvents) throw new ParseError('unsupported.import-size', { what: 'events', limit: PARSE_LIMITS.calendarEvents })
  // A changed occurrence is told of by the event it belongs to, which finds it among its siblings.
  const masters = events.filter((event) => !event.hasProperty('recurrence-id') && event.hasProperty('dtstart'))
  return masters.flatMap((event) => occurrencesOf(new ICAL.Event(event)).map((occurrence) => rowOf(occurrence, zone)))
}

function parse(text: string): InstanceType<typeof ICAL.Component>[] {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const all = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
    return all.map((one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]))
  } catch (error) {
    throw new ParseError('corrupt.import', { detail: 'calendar' }, { cause: error })
  }
}

/** Reads a calendar as a table: one row an occurrence. */
export async function readCalendar(source: Source, entry: string | null, sink: Sink): Promise<void> {
  if (source.bytes > PARSE_LIMITS.calendarBytes) throw new ParseError('unsupported.import-size', { what: 'calendar', limit: PARSE_LIMITS.calendarBytes })
  const { text, encoding } = await decodeWhole(source)
  const calendars = parse(text.replace(/^\ufeff/, ''))
  sink.file({ entry, container: 'ics', encoding, delimiter: null })
  for (const calendar of calendars) {
    sink.table(textOf(calendar, 'x-wr-calname'), 'ics')
    await sink.row({ line: 0, cells: [...CALENDAR_HEADER] })
    for (const [index, cells] of rowsOf(calendar).entries()) await sink.row({ line: index + 1, cells })
  }
}
