import type { FigureDraft } from '../figure-draft'
import { dayOf, readDate } from '../../../tables/read-date'
import { readNumber } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'

/** In English the month stands first, elsewhere the day does. */
const orderOf = (label: string) => (/ on \d/i.test(label) ? 'mdy' : 'dmy')

/** `Total followers on 4/23/2023:` and the figure beside it: a level on one day, told above a table of gains. */
export function readStock({ line, cells }: SourceRow): FigureDraft | undefined {
  const [label = '', ...rest] = cells
  const text = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.exec(label.slice(0, 200))?.[0]
  const date = text === undefined ? undefined : readDate(text)
  const day = date && dayOf(date, orderOf(label))
  const followers = rest.map((cell) => readNumber(cell, '.')).find((value) => value !== undefined)
  if (day === undefined || followers === undefined) return undefined
  return { line, account: 0, subject: { kind: 'account', key: 'account' }, startsOn: day, endsOn: day, values: { followers }, more: {}, raw: {} }
}

export function totalFollowers(head: readonly SourceRow[]): { total_followers?: number } {
  const found = head.slice(0, 5).map(readStock).find((draft) => draft !== undefined)?.values.followers
  return found === undefined ? {} : { total_followers: found }
}
