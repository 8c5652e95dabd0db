import type { DecimalMark } from '../../../tables/read-number'
import type { AccountList } from './account-list'
import type { Period } from './file-period'
import type { RowDates } from './row-dates'

/** What the first walk over a table found, and a person answered. */
export interface Settled {
  dates: RowDates
  /** By place of the column. */
  marks: ReadonlyMap<number, DecimalMark>
  /** Of the whole file. */
  period: Period | null
  /** The file's period, where every row counts all of it. */
  covered: Period | null
  accounts: AccountList
  currency: string | null
  /** Of the newest date that has none. */
  year: number | null
}
