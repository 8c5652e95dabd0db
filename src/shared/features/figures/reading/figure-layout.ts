import type { FigureColumn } from '../figure-columns'
import type { FoundColumn, MappedLayout } from '../figure-reader'
import { columnRoles, type ColumnRole } from '../figure-reader'
import { columnOf, type MetricColumn, type MetricLayout } from '../formats/metric-detect'
import { fileMetric } from '../metric-dictionary'
import { ownEntry } from '../../../tables/own-entry'
import { isNoFigure, readNumber, type DecimalMark } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'
import { cellOf } from '../tally/row-sorter'

/** A column whose cells are figures, and where those are kept. */
export interface FigureCell {
  column: MetricColumn
  /** Name in the file format. */
  metric: string
  kept: FigureColumn | null
  scale: number
  share: boolean
}

const isRole = (role: string): role is ColumnRole => (columnRoles as readonly string[]).includes(role)

/** A layout as rows are read by it: what each column is for. */
export class FigureLayout {
  readonly figures: FigureCell[]
  private readonly roles: Map<string, MetricColumn[]>
  private readonly rawColumns: { column: MetricColumn; name: string }[]

  constructor(
    readonly layout: MetricLayout,
    private readonly ownColumns?: MappedLayout['columns']
  ) {
    this.figures = this.findFigures()
    this.roles = this.findRoles()
    const used = new Set([...this.figures.map(({ column }) => column.index), ...[...this.roles.values()].flat().map(({ index }) => index)])
    const names = new Map<string, number>()
    this.rawColumns = layout.columns.flatMap((column) => {
      if (column.key === '' || used.has(column.index) || this.isIgnored(column)) return []
      const times = (names.get(column.header) ?? 0) + 1
      names.set(column.header, times)
      return [{ column, name: times === 1 ? column.header : `${column.header} (${times})` }]
    })
  }

  private isIgnored({ key }: MetricColumn): boolean {
    const own = ownEntry(this.ownColumns ?? {}, key)
    return own !== undefined && 'role' in own && own.role === 'ignore'
  }

  private findFigures(): FigureCell[] {
    const { format, columns } = this.layout
    return columns.flatMap((column): FigureCell[] => {
      if (format.shares?.includes(column.key)) return [{ column, metric: 'share_of_audience', kept: null, scale: 1, share: true }]
      if (column.metric === null) return []
      const own = ownEntry(this.ownColumns ?? {}, column.key)
      const apart = format.apart === true || (own && 'figure' in own && own.figure.startsWith('more.'))
      const { column: kept, scale } = fileMetric(format.network, column.metric)
      return [{ column, metric: column.metric, kept: apart ? null : kept, scale: apart ? 1 : scale, share: false }]
    })
  }

  private findRoles(): Map<string, MetricColumn[]> {
    const { format, columns } = this.layout
    const fields = { ...(format.ids && { id: format.ids }), ...(format.subject === 'traffic' && !format.fields?.['dimension'] && { dimension: this.wordsBeforeFigures() }), ...format.fields }
    return new Map(
      Object.entries(fields).map(([role, headers]) => {
        const found = role === 'breakdown' || role === 'dimension' || role === 'ignore' ? columns.filter(({ key }) => headers.includes(key)) : [columnOf(columns, headers)].filter((one) => one !== undefined)
        return [role, found.filter(({ index }) => !this.figures.some(({ column }) => column.index === index))]
      })
    )
  }

  /** Traffic is told apart by what stands before its first figure. */
  private wordsBeforeFigures(): string[] {
    const { format, columns } = this.layout
    const first = Math.min(...this.figures.map(({ column }) => column.index))
    return columns.filter(({ index, key }) => key !== '' && index < first && !format.date?.includes(key)).map(({ key }) => key)
  }

  has(role: string): boolean {
    return (this.roles.get(role)?.length ?? 0) > 0
  }
  column(role: string): MetricColumn | undefined {
    return this.roles.get(role)?.[0]
  }
  columns(role: string): MetricColumn[] {
    return this.roles.get(role) ?? []
  }
  /** The trimmed cell of a role; empty where there is none, or it stands for nothing. */
  text(row: SourceRow, role: string): string {
    const text = cellOf(row, this.column(role)).trim()
    return text === '--' || text === '-' ? '' : text
  }

  /** What nobody knows yet, by header. */
  raw(row: SourceRow): Record<string, string> {
    const { rawColumns } = this
    if (rawColumns.length === 0) return {}
    const found: [string, string][] = []
    for (const { column, name } of rawColumns) {
      const text = cellOf(row, column).trim()
      if (!isNoFigure(text)) found.push([name, text.slice(0, 2000)])
    }
    return Object.fromEntries(found)
  }

  /** Columns that nobody knows yet. */
  unknown(): Pick<FoundColumn, 'index' | 'header' | 'key'>[] {
    return this.rawColumns.map(({ column: { index, header, key } }) => ({ index, header, key }))
  }

  /** Columns as they are told of. */
  found(): FoundColumn[] {
    const roleOf = (index: number): ColumnRole | null => {
      const role = [...this.roles].find(([, columns]) => columns.some((column) => column.index === index))?.[0]
      return role !== undefined && isRole(role) ? role : null
    }
    return this.layout.columns
      .filter(({ key }) => key !== '')
      .map(({ index, header, key, metric }) => ({ index, header, key, metric, column: this.figures.find(({ column }) => column.index === index)?.kept ?? null, role: roleOf(index) }))
  }
}

/** A share of an audience as one of one: `5%`, or 0.05. */
function readShare(text: string): number | undefined {
  const value = readNumber(text, text.includes(',') && !text.includes('.') ? ',' : '.')
  return value === undefined ? undefined : text.includes('%') ? Math.round(value * 1e6) / 1e8 : value
}

export interface RowFigures {
  values: Partial<Record<FigureColumn, number>>
  more: Record<string, number>
}

/** The figures of a row. Of two that share a column the first is kept there, the other beside it. */
export function readFigures(row: SourceRow, figures: readonly FigureCell[], marks: ReadonlyMap<number, DecimalMark>): RowFigures {
  const values: Partial<Record<FigureColumn, number>> = {}
  let more: [string, number][] | undefined
  for (const { column, metric, kept, scale, share } of figures) {
    const text = cellOf(row, column)
    const read = share ? readShare(text) : readNumber(text, marks.get(column.index) ?? '.')
    if (read === undefined) continue
    const value = scale === 1 ? read : Math.round(read * scale * 1e4) / 1e4
    if (kept !== null && values[kept] === undefined) values[kept] = value
    else (more ??= []).push([metric, value])
  }
  return { values, more: more ? Object.fromEntries(more) : {} }
}
