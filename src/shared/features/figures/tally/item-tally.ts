import type { SourceRow } from '../../../tables/source-table'
import type { MetricColumn, MetricLayout } from '../formats/metric-detect'
import { segmentsText } from './segments-text'
import { cellOf } from './row-sorter'

const MOST_LISTED = 200

/** What of an archive is told beside figures: words, names, marks. */
export class ItemTally {
  private readonly counts = new Map<string, number>()
  private readonly filled = new Map<string, number>()
  private readonly lists = new Map<string, string[]>()
  private readonly firsts = new Map<string, string>()
  private withoutWords = 0
  private oldest: { date: string; text: string } | null = null
  private others = 0
  private readonly columns: Map<string, MetricColumn>
  /** False of most tables, which have a million rows at times. */
  private readonly isTold: boolean

  constructor(private readonly layout: MetricLayout) {
    this.columns = new Map([...layout.columns].reverse().map((column) => [column.key, column]))
    const { counts, filled, firsts, numbers, lists, words } = layout.format
    this.isTold = [counts, filled, firsts, numbers, lists, words].some((one) => one !== undefined)
  }

  addOther(): void {
    this.others += 1
  }

  add(row: SourceRow): void {
    if (!this.isTold) return
    const { format } = this.layout
    const text = (key: string): string => cellOf(row, this.columns.get(key))
    for (const [fact, key] of Object.entries(format.counts ?? {})) if (text(key) === 'TRUE') this.counts.set(fact, (this.counts.get(fact) ?? 0) + 1)
    for (const [fact, key] of Object.entries(format.filled ?? {})) if (text(key).trim() !== '') this.filled.set(fact, (this.filled.get(fact) ?? 0) + 1)
    for (const [fact, key] of Object.entries({ ...format.firsts, ...format.numbers })) if (!this.firsts.has(fact)) this.firsts.set(fact, text(key))
    for (const [fact, { column, distinct, segments }] of Object.entries(format.lists ?? {})) this.list(fact, segments ? segmentsText(text(column)) : text(column), distinct === true)
    if (format.words !== undefined) this.addWords(text('date'), text(format.words))
  }

  private list(fact: string, text: string, distinct: boolean): void {
    const found = this.lists.get(fact) ?? []
    this.lists.set(fact, found)
    if (text !== '' && found.length < MOST_LISTED && !(distinct && found.includes(text))) found.push(text)
  }

  private addWords(date: string, text: string): void {
    if (text === '') this.withoutWords += 1
    if (this.oldest === null || date <= this.oldest.date) this.oldest = { date, text }
  }

  facts(): Record<string, unknown> {
    const { format } = this.layout
    const zero = (names: Record<string, string> | undefined, found: Map<string, number>) => Object.keys(names ?? {}).map((fact) => [fact, found.get(fact) ?? 0] as const)
    const lists = Object.entries(format.lists ?? {}).map(([fact, { distinct }]) => {
      const texts = this.lists.get(fact) ?? []
      return [fact, distinct ? texts.sort() : texts] as const
    })
    return {
      ...Object.fromEntries([...zero(format.counts, this.counts), ...lists, ...zero(format.filled, this.filled)]),
      ...Object.fromEntries(Object.keys(format.firsts ?? {}).map((fact) => [fact, this.firsts.get(fact) ?? null])),
      ...Object.fromEntries(Object.keys(format.numbers ?? {}).map((fact) => [fact, Number(this.firsts.get(fact) ?? 0)])),
      ...(format.words !== undefined && { without_text: this.withoutWords, oldest_text: this.oldest?.text ?? null }),
      ...(format.otherRows !== undefined && { [format.otherRows]: this.others })
    }
  }
}
