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

/** The month as whole weeks, each day with its entries. */
export function monthRows<E extends Placeable>(entries: readonly E[], { date, weekStart, zone }: Omit<CalendarLook, 'view'>): WeekRow<E>[] {
  const days = groupByDay(placeEntries(entries, zone))
  return monthGrid(date, weekStart).map(({ week, days: row }) => ({
    week,
    days: row.map(cell => ({ ...cell, entries: days.get(cell.date) ?? [] }))
  }))
}

/** The seven days of a week, each with its entries. */
export function weekRow<E extends Placeable>(entries: readonly E[], { date, weekStart, zone }: Omit<CalendarLook, 'view'>): WeekRow<E> {
  const days = groupByDay(placeEntries(entries, zone))
  const row = weekOf(date, weekStart)
  return { week: weekNumberOf(row), days: row.map(day => ({ date: day, inMonth: true, entries: days.get(day) ?? [] })) }
}

/** One day with its entries. */
export function dayCell<E extends Placeable>(entries: readonly E[], { date, zone }: Pick<CalendarLook, 'date' | 'zone'>): DayCell<E> {
  return { date, inMonth: true, entries: placeEntries(entries, zone).filter(placed => placed.date === date) }
}

/** The days of a range that hold something; with `empty`, the others too. */
export function listDays<E extends Placeable>(
  entries: readonly E[],
  { first, last, zone, empty = false }: { first: PlainDate; last: PlainDate; zone: string; empty?: boolean }
): DayCell<E>[] {
  const days = groupByDay(placeEntries(entries, zone))
  const dates = empty ? eachDay(first, last) : [...days.keys()].filter(date => date >= first && date <= last)
  return dates.map(date => ({ date, inMonth: true, entries: days.get(date) ?? [] }))
}
