import type { SourceRow } from '../../../tables/source-table'
import { columnOf, type MetricColumn, type MetricLayout } from '../formats/metric-detect'
import { idInLink, isDamagedId, tiktokMoment } from '../reading/ids'
import { cellOf } from './row-sorter'

/** So many ids are told apart; of more the number is not known. */
const MOST_IDS = 200_000

/** What is told of the ids of a table. */
export class IdTally {
  private readonly column: MetricColumn | undefined
  private readonly link: MetricColumn | undefined
  private readonly ids = new Set<string>()
  private first: string | null = null
  private rows = 0
  private filled = 0
  private spaced = 0
  private damaged = 0
  private moments: [string, string] | null = null

  constructor(private readonly layout: MetricLayout) {
    const { format, columns } = layout
    this.column = columnOf(columns, format.ids)
    this.link = columnOf(columns, format.idFromLink)
  }

  get isTold(): boolean {
    return !this.layout.format.noIdFacts && (this.column !== undefined || this.link !== undefined)
  }

  add(row: SourceRow): void {
    if (!this.isTold) return
    this.rows += 1
    const raw = this.column ? cellOf(row, this.column) : idInLink(cellOf(row, this.link))
    const id = raw.trim()
    if (id === '') return
    this.filled += 1
    this.first ??= id
    if (this.ids.size <= MOST_IDS) this.ids.add(id)
    if (/^\s+\S/.test(raw)) this.spaced += 1
    if (isDamagedId(id)) this.damaged += 1
    if (this.layout.format.timeFromId === 'tiktok') this.addMoment(tiktokMoment(id))
  }

  private addMoment(moment: string | undefined): void {
    if (moment === undefined) return
    const [from, to] = this.moments ?? [moment, moment]
    this.moments = [moment < from ? moment : from, moment > to ? moment : to]
  }

  facts(): Record<string, unknown> {
    if (!this.isTold) return {}
    const { rows, filled, spaced, damaged, ids } = this
    return {
      ...(ids.size <= MOST_IDS && { distinct_ids: ids.size }),
      first_id: this.first,
      ...(filled < rows && { rows_without_id: rows - filled }),
      ...(spaced > 0 && { ids_with_leading_space: spaced }),
      ...(damaged > 0 && { damaged_ids: damaged }),
      ...(this.moments && { published_from_id: this.moments.map((moment) => moment.replace('.000Z', 'Z')) })
    }
  }
}
