import { dayOf, findDateOrder, readDate, type DateOrder, type OrderFinding, type ReadDate } from '../../../tables/read-date'
import { isNoFigure } from '../../../tables/read-number'
import { YearWalk } from './year-walk'

const ORDERS = ['dmy', 'mdy', null] as const
const MOST_EXAMPLES = 3
const MOST_KNOWN = 20_000

interface Known {
  date: ReadDate | undefined
  /** By order. */
  days: (string | undefined)[]
}

interface Range {
  from: string | null
  to: string | null
}

function widen(range: Range, text: string): void {
  if (range.from === null || text < range.from) range.from = text
  if (range.to === null || text > range.to) range.to = text
}

const orderKey = (order: DateOrder | null): 'dmy' | 'mdy' | 'none' => order ?? 'none'

/** The dates of a column: their order, first and last day under either order, and their walk where they have no year. */
export class DateTally {
  readonly raw: Range = { from: null, to: null }
  readonly walk = new YearWalk()
  readonly examples: string[] = []
  first: string | null = null
  last: string | null = null
  read = 0
  private readonly ranges = { dmy: { from: null, to: null } as Range, mdy: { from: null, to: null } as Range, none: { from: null, to: null } as Range }
  private readonly known = new Map<string, Known>()
  private readonly seen = { dayFirst: 0, monthFirst: 0, open: 0 }

  add(cell: string): void {
    const text = cell.trim()
    if (isNoFigure(text)) return
    this.first ??= text
    this.last = text
    widen(this.raw, text)
    const read = this.known.get(text) ?? this.readOnce(text)
    if (read.date) this.addDate(read.date, read.days, text)
    else this.walk.add(text)
  }

  /** The same day or minute comes again and again. */
  private readOnce(text: string): Known {
    const date = readDate(text)
    const found = { date, days: date ? ORDERS.map((order) => dayOf(date, order)) : [] }
    if (this.known.size >= MOST_KNOWN) this.known.clear()
    this.known.set(text, found)
    return found
  }

  private addDate(date: ReadDate, days: Known['days'], text: string): void {
    this.read += 1
    if (date.kind === 'order') this.weigh(date, text)
    for (const [index, order] of ORDERS.entries()) {
      const day = days[index]
      if (day !== undefined) widen(this.ranges[orderKey(order)], day)
    }
  }

  private weigh(date: ReadDate, text: string): void {
    const { order, doubt } = findDateOrder([date])
    if (order === 'dmy') this.seen.dayFirst += 1
    else if (order === 'mdy') this.seen.monthFirst += 1
    else if (doubt !== null) {
      this.seen.open += 1
      if (this.examples.length < MOST_EXAMPLES) this.examples.push(text)
    }
  }

  get order(): OrderFinding {
    const { dayFirst, monthFirst, open } = this.seen
    if (dayFirst > 0 && monthFirst > 0) return { order: null, doubt: 'mixed' }
    if (dayFirst > 0) return { order: 'dmy', doubt: null }
    if (monthFirst > 0) return { order: 'mdy', doubt: null }
    return { order: null, doubt: open > 0 ? 'tied' : null }
  }

  /** First and last day; null where no date could be read. */
  range(order: DateOrder | null): Range {
    return this.ranges[orderKey(order)]
  }
}
