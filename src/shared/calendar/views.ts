import {
  addDays, addMonths, eachDay, monthGrid, monthOf, rangeOfDays, startOfWeek, weekNumberOf, weekOf,
  type InstantRange, type PlainDate, type WeekStart
} from '../time'
import { groupByDay, placeEntries, type Placeable, type Placed } from './placing'

export const CALENDAR_VIEWS = ['month', 'week', 'day', 'list'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** Where and how the calendar is looked at. `date` is any day in what is seen. */
export interface CalendarLook {
  view: CalendarView
  date: PlainDate
  weekStart: WeekStart
  zone: string
}

export interface DayCell<E extends Placeable> {
  date: PlainDate
  /** False for the days that fill the first and the last row of a month. */
  inMonth: boolean
  entries: Placed<E>[]
}

export interface WeekRow<E extends Placeable> {
  week: number
  days: DayCell<E>[]
}

/** First and last day in sight, both included. The list shows the month that the date is in. */
export function daysInView({ view, date, weekStart }: Omit<CalendarLook, 'zone'>): { first: PlainDate; last: PlainDate } {
  switch (view) {
    case 'month': {
      const { first, last } = monthOf(date)
      return { first: startOfWeek(first, weekStart), last: addDays(startOfWeek(last, weekStart), 6) }
    }
    case 'week': {
      const first = startOfWeek(date, weekStart)
      return { first, last: addDays(first, 6) }
    }
    case 'day':
      return { first: date, last: date }
    case 'list':
      return monthOf(date)
  }
}

/** What to ask the one query for, whichever view it is. */
export function rangeOfView(look: CalendarLook): InstantRange {
  const { first, last } = daysInView(look)
  return rangeOfDays(first, last, look.zone)
}

/** The date to look at one screen on (`steps` 1) or back (-1). */
export function stepView(view: CalendarView, date: PlainDate, steps: number): PlainDate {
  switch (view) {
    case 'month':
    case 'list':
      return addMonths(date, steps)
    case 'week':
      return addDays(date, 7 * steps)
    case 'day':
      return addDays(date, steps)
  }
}

/** Entries by the day on which the calendar's zone sees them; within a day in order of time. */
export type Days<E extends Placeable> = ReadonlyMap<PlainDate, Placed<E>[]>
export const daysOf = <E extends Placeable>(entries: readonly E[], zone: string): Days<E> => groupByDay(placeEntries(entries, zone))

/** The month as whole weeks, each day with its entries. */
export const monthRows = <E extends Placeable>(entries: readonly E[], look: Omit<CalendarLook, 'view'>): WeekRow<E>[] => monthOfDays(daysOf(entries, look.zone), look)

export function monthOfDays<E extends Placeable>(days: Days<E>, { date, weekStart }: Pick<CalendarLook, 'date' | 'weekStart'>): WeekRow<E>[] {
  return monthGrid(date, weekStart).map(({ week, days: row }) => ({
    week,
    days: row.map(cell => ({ ...cell, entries: days.get(cell.date) ?? [] }))
  }))
}

/** The seven days of a week, each with its entries. */
export const weekRow = <E extends Placeable>(entries: readonly E[], look: Omit<CalendarLook, 'view'>): WeekRow<E> => weekOfDays(daysOf(entries, look.zone), look)

export function weekOfDays<E extends Placeable>(days: Days<E>, { date, weekStart }: Pick<CalendarLook, 'date' | 'weekStart'>): WeekRow<E> {
  const row = weekOf(date, weekStart)
  return { week: weekNumberOf(row), days: row.map(day => ({ date: day, inMonth: true, entries: days.get(day) ?? [] })) }
}

/** One day with its entries. */
export const dayCell = <E extends Placeable>(entries: readonly E[], { date, zone }: Pick<CalendarLook, 'date' | 'zone'>): DayCell<E> => dayOfDays(daysOf(entries, zone), date)

export const dayOfDays = <E extends Placeable>(days: Days<E>, date: PlainDate): DayCell<E> => ({ date, inMonth: true, entries: days.get(date) ?? [] })

interface DayRange {
  first: PlainDate
  last: PlainDate
  empty?: boolean
}

/** The days of a range that hold something; with `empty`, the others too. */
export const listDays = <E extends Placeable>(entries: readonly E[], range: DayRange & { zone: string }): DayCell<E>[] => listOfDays(daysOf(entries, range.zone), range)

export function listOfDays<E extends Placeable>(days: Days<E>, { first, last, empty = false }: DayRange): DayCell<E>[] {
  const dates = empty ? eachDay(first, last) : [...days.keys()].filter(date => date >= first && date <= last)
  return dates.map(date => ({ date, inMonth: true, entries: days.get(date) ?? [] }))
}
