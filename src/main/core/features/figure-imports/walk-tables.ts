import { HEAD_ROWS, type FigureReader, type MappedLayout } from '../../../../shared/features/figures/figure-reader'
import { createFigureReader } from '../../../../shared/features/figures/create-figure-reader'
import type { Container, ReadEvent, TableShape } from '../../../../shared/parse/protocol'
import type { SourceRow, SourceTable } from '../../../../shared/tables/source-table'
import type { Refused } from '../imports'

/** A table of a file after the first walk over it. */
export interface WalkedTable {
  entry: string | null
  sheet: string
  shape: TableShape
  container: Container
  encoding: string | null
  delimiter: string | null
  /** Rows seen so far. */
  rows: number
  /** Undefined where the table is no export of figures that is known; its first rows tell what else it is. */
  reader: FigureReader | undefined
  head: SourceRow[]
}

export interface WalkedFile {
  position: number
  name: string
  /** `YYYY-MM-DD` */
  modifiedOn: string | undefined
}

/** First walk: finds the tables of a file and lets each reader look at all of its rows, keeping none but the first. */
export class TableWalk {
  readonly tables: WalkedTable[] = []
  readonly refused: Refused[] = []
  private where: Pick<WalkedTable, 'entry' | 'container' | 'encoding' | 'delimiter'> = { entry: null, container: 'csv', encoding: null, delimiter: null }
  private undecided = false

  constructor(
    private readonly file: WalkedFile,
    private readonly layouts: readonly MappedLayout[]
  ) {}

  take(event: ReadEvent): void {
    const { position, name } = this.file
    switch (event.kind) {
      case 'file':
        this.where = { entry: event.entry, container: event.container, encoding: event.encoding, delimiter: event.delimiter }
        return
      case 'refused':
        this.refused.push({ file: position, name, entry: event.entry, error: event.error })
        return
      case 'table':
        this.end()
        this.tables.push({ ...this.where, sheet: event.name, shape: event.shape, rows: 0, reader: undefined, head: [] })
        this.undecided = true
        return
      case 'rows':
        this.takeRows(event.rows)
    }
  }

  /** To be called after the last event. */
  end(): void {
    const table = this.tables.at(-1)
    if (table && this.undecided) this.decide(table)
  }

  private takeRows(rows: readonly SourceRow[]): void {
    const table = this.tables.at(-1)
    if (!table) return
    table.rows += rows.length
    if (!this.undecided) return table.reader?.observe(rows)
    table.head.push(...rows)
    if (table.head.length >= HEAD_ROWS) this.decide(table)
  }

  private decide(table: WalkedTable): void {
    const { name, modifiedOn } = this.file
    const { entry, sheet, shape, head } = table
    this.undecided = false
    table.reader = createFigureReader({ name: sheet, shape, rows: head.slice(0, HEAD_ROWS), fileName: name, entry, ...(modifiedOn && { modifiedOn }) }, this.layouts)
    table.reader?.observe(head)
    table.head = head.slice(0, HEAD_ROWS)
  }
}

/** The table by its first rows, as the reading of plans wants it. */
export const asSource = ({ sheet, shape, head }: WalkedTable): SourceTable => ({ name: sheet, shape, rows: head })
