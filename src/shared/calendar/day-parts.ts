import { monthOf, type PlainDate } from '../time'

export interface DayParts {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** How many days the month has. */
  lastDay: number
}

/** The numbers of a date. @throws RangeError when it is none */
export function dayPartsOf(date: PlainDate): DayParts {
  const { last } = monthOf(date)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)), lastDay: Number(last.slice(8)) }
}
