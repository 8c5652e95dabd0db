import { daysBetween, type PlainDate } from '../../time'
import type { Period } from './periods'

interface Spanned {
  startsOn: PlainDate
  endsOn: PlainDate
}

export interface Settled<Row> {
  /** Rows that are counted: none of their days twice. */
  counted: Row[]
  /** Rows that reach over the ends of the period, so that no part of them can be told. */
  across: Row[]
}

const length = ({ startsOn, endsOn }: Spanned): number => daysBetween(startsOn, endsOn)

/**
 * Which rows of one subject make up a period: its days where files told them by day, else spans that lie inside it, the
 * longest first. The same days are never counted twice, and a span is never cut.
 */
export function settleRows<Row extends Spanned>(rows: readonly Row[], { from, to }: Period): Settled<Row> {
  const counted: Row[] = []
  const across: Row[] = []
  const inOrder = rows.toSorted((a, b) => Number(length(a) > 0) - Number(length(b) > 0) || length(b) - length(a) || (a.startsOn < b.startsOn ? -1 : 1))
  for (const row of inOrder) {
    const isInside = row.startsOn >= from && row.endsOn <= to
    const meets = (one: Spanned): boolean => one.startsOn <= row.endsOn && row.startsOn <= one.endsOn
    if (!isInside) across.push(row)
    else if (!counted.some(meets)) counted.push(row)
  }
  return { counted: counted.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)), across }
}
