import type { TableHead } from '../figure-reader'

export interface Period {
  from: string
  to: string
}

const ISO_PAIR = /(\d{4})-(\d{2})-(\d{2})(?:_| to | - )(\d{4})-(\d{2})-(\d{2})/
const COMPACT_PAIR = /(?<!\d)(\d{4})(\d{2})(\d{2})_(\d{4})(\d{2})(\d{2})(?!\d)/
const DOTTED_PAIR = /(\d{4})\.(\d{2})\.(\d{2})-(\d{4})\.(\d{2})\.(\d{2})/

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** Two days in a name: `Content 2023-09-04_2025-11-14 Northwind.zip`. */
export function periodInName(name: string): Period | null {
  const found = ISO_PAIR.exec(name) ?? COMPACT_PAIR.exec(name) ?? DOTTED_PAIR.exec(name)
  if (!found) return null
  const [, ...parts] = found
  const period = { from: parts.slice(0, 3).join('-'), to: parts.slice(3, 6).join('-') }
  return isDay(period.from) && isDay(period.to) && period.from <= period.to ? period : null
}

/** The period that the name of a file or of the folder in its archive tells. */
export const filePeriod = ({ fileName, entry }: TableHead): Period | null => periodInName(entry ?? '') ?? periodInName(fileName)
