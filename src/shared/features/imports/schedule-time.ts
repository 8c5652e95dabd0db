import { readDate, readTime, dayOf, type DateOrder, type ReadDate, type ReadTime } from '../../tables/read-date'
import { fromWindowsZone } from '../../tables/windows-zones'
import { instantOf, resolveWallTime, wallTimeOf, zoneNamed } from '../../time'
import type { RowFields } from './schedule-cells'
import type { RowProblemCode, ScheduleDraft } from './schedule-draft'

export interface TimeOptions {
  order: DateOrder | null
  /** Zone of times that say none. */
  zone: string
  /** `HH:MM` of posts that have a day and no time. */
  defaultTime: string
  /** Which of two instants is meant where the clock leaps or is put back. */
  pick: 'earlier' | 'later' | null
}

export interface FoundTime {
  planned: ScheduleDraft['planned']
  /** As a script would want it; null where there is no date. */
  text: string | null
  allDay: boolean
}

export type Report = (column: string, code: RowProblemCode, severity: 'error' | 'note', value: string) => void

const cut = (text: string): string => text.trim().slice(0, 80)

function zoneOf(row: RowFields, fallback: string, report: Report): string {
  const cell = row.first('zone')
  if (!cell) return fallback
  const zone = zoneNamed(fromWindowsZone(cell.value.trim()))
  if (zone === undefined) report(cell.column.header, 'zone-unknown', 'note', cut(cell.value))
  return zone ?? fallback
}

function timeOf(row: RowFields, date: ReadDate, report: Report): ReadTime | null | undefined {
  const cell = row.first('time')
  if (!cell) return date.time
  // A workbook may hold a time as a date of its own; then the time of that is meant.
  const time = readTime(cell.value) ?? readDate(cell.value)?.time
  if (!time) report(cell.column.header, 'time-unreadable', 'error', cut(cell.value))
  return time ?? undefined
}

/** The instant that `2026-10-01T07:00:00Z` or a time with an offset means. */
function instantWith(day: string, { time, offset }: ReadTime): string {
  return new Date(`${day}T${time}:00${offset === 'Z' ? 'Z' : (offset ?? '')}`).toISOString()
}

function settle(wall: { date: string; time: string }, zone: string, pick: TimeOptions['pick'], column: string, report: Report): ScheduleDraft['planned'] {
  const resolved = resolveWallTime(wall.date, wall.time, zone)
  if (resolved.kind === 'exact') return { ...wall, zone }
  report(column, resolved.kind === 'gap' ? 'time-gap' : 'time-overlap', 'note', `${wall.date} ${wall.time}`)
  // As calendars elsewhere do, unless a person said otherwise: after a gap, the first of two.
  return { ...wall, zone, pick: pick ?? (resolved.kind === 'gap' ? 'later' : 'earlier') }
}

function textOf(row: RowFields, given: string, day: string, time: ReadTime | null): string {
  const clock = row.text('time')
  if (/^\d{4}-\d{2}-\d{2}/.test(given)) return clock === '' ? given : `${given} ${clock}`
  return time ? `${day} ${time.time}` : day
}

/** When a row is planned. Undefined where it says something that is no time: then an error was reported. */
export function readPlanned(row: RowFields, options: TimeOptions, report: Report): FoundTime | undefined {
  const cell = row.first('dateTime') ?? row.first('date')
  const none = { planned: null, text: null, allDay: false }
  if (!cell) return none
  const { header } = cell.column
  const date = readDate(cell.value)
  if (!date) {
    report(header, 'date-unreadable', 'error', cut(cell.value))
    return undefined
  }
  const day = dayOf(date, options.order)
  if (day === undefined) {
    report(header, date.kind === 'order' && options.order === null ? 'date-order' : 'date-impossible', 'error', cut(cell.value))
    return undefined
  }
  const time = timeOf(row, date, report)
  if (time === undefined) return undefined
  const zone = zoneOf(row, options.zone, report)
  const text = textOf(row, cell.value.trim(), day, time)
  if (time === null) {
    report(header, 'time-missing', 'note', cut(cell.value))
    return { planned: settle({ date: day, time: options.defaultTime }, zone, options.pick, header, report), text, allDay: true }
  }
  if (time.offset !== null) return { planned: { ...wallTimeOf(instantWith(day, time), zone), zone }, text, allDay: false }
  return { planned: settle({ date: day, time: time.time }, zone, options.pick, header, report), text, allDay: false }
}

/** For sorting rows that say their time in different ways. */
export const sortKey = (planned: NonNullable<ScheduleDraft['planned']>): string => instantOf(planned, planned.zone, planned.pick)
