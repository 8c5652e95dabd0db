import { dayOf, findDateOrder, readDate, type DateOrder, type ReadDate } from '../../../tables/read-date'
import type { SourceRow } from '../../../tables/source-table'

const LONGEST = 120

function daysOf(texts: readonly string[], fixed: DateOrder | null): string[] {
  const dates = texts.map((text) => readDate(text)).filter((date): date is ReadDate => date !== undefined)
  const order = fixed ?? findDateOrder(dates).order
  return dates.map((date) => dayOf(date, order)).filter((day) => day !== undefined)
}

/** Two days in one text: `July 8, 2025 - July 31, 2025`, `20230515-20230521`, `2024-03-01 - 2024-03-11`. */
export function periodIn(given: string, order: DateOrder | null = null): [string, string] | undefined {
  const text = given.slice(0, LONGEST).replace(/^#/, '').trim()
  const [from, to, ...more] = text.split(/\s+[-–—]\s+|(?<=^\d{8})-/)
  if (to === undefined || more.length > 0) return undefined
  const days = daysOf([from ?? '', to], order)
  const [first, last] = days
  return first !== undefined && last !== undefined && first <= last ? [first, last] : undefined
}

/** One day behind a word: `# Start date: 20230708`, `Report Start: September 21, 2026, 12:00 AM`; or a day alone. */
function dayIn(given: string, order: DateOrder | null): string[] {
  const text = given.slice(0, LONGEST).replace(/^#/, '').trim()
  return daysOf([text.replace(/^[^:\d]{3,40}:/, '').trim()], order).slice(0, 1)
}

/** A line as it was written, where a comma in a date parted it. */
const wholeLine = ({ cells }: SourceRow): string => cells.map((cell) => cell.trim()).filter(Boolean).join(', ')
const LABELED = /^[^:\d]{3,40}:/

/**
 * The heading of a report whose rows are missing: a name, and days behind words, one to a line, and nothing below. Undefined where
 * the rows are anything else.
 */
export function headingOnly(rows: readonly SourceRow[]): { title: string; from: string; to: string } | undefined {
  const [title = '', ...lines] = rows.map(wholeLine).filter(Boolean)
  if (lines.length < 2 || lines.length > 7 || LABELED.test(title) || !lines.every((line) => LABELED.test(line))) return undefined
  const [from, to] = lines.flatMap((text) => dayIn(text, null))
  if (from === undefined || to === undefined || from > to) return undefined
  return { title: title.replace(/^#/, '').trim().slice(0, LONGEST), from, to }
}

/** Days that stand above a header, first to last. */
export function periodAbove(above: readonly SourceRow[], order: DateOrder | null): string[] {
  return above.flatMap(({ cells }) => cells).flatMap((text) => periodIn(text, order) ?? dayIn(text, order))
}
