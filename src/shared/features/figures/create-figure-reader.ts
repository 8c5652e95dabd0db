import { headerKey } from '../../tables/header-key'
import type { SourceRow, SourceTable } from '../../tables/source-table'
import type { FigureAnswers, FigureReader, FigureSettlement, MappedLayout, ReadFigures, TableHead } from './figure-reader'
import { detectMetrics } from './formats/metric-detect'
import { FigureLayout } from './reading/figure-layout'
import { findMapped, withOwnColumns } from './reading/mapped-layout'
import { specialReader } from './reading/special-readers'
import { TableFigureReader } from './reading/table-reader'

/** What a header row is known by when it comes again: its headers, in their order. */
export const headerSignature = (cells: readonly string[]): string => cells.map(headerKey).join('\n').trimEnd().slice(0, 20_000)

const asTable = ({ name, shape, rows }: TableHead): SourceTable => ({ name, shape, rows: [...rows] })

/**
 * A reader for a table, by its first rows: of a layout that a person mapped, else of the formats that are known. Undefined
 * where the table is no export of figures.
 */
export function createFigureReader(head: TableHead, layouts: readonly MappedLayout[] = []): FigureReader | undefined {
  if (head.shape === 'ics' || head.shape === 'trello') return undefined
  const mapped = findMapped(head, layouts, headerSignature)
  if (mapped) return new TableFigureReader(new FigureLayout(mapped.layout, mapped.own.columns), head, true)
  const special = specialReader(head)
  if (special) return special
  const found = detectMetrics(asTable(head))
  if (!found) return undefined
  const { layout, own } = withOwnColumns(found, layouts)
  return new TableFigureReader(new FigureLayout(layout, own), head, false)
}

/** Reads a table that is wholly at hand. Undefined where it is no export of figures. */
export function readFiguresOf(head: TableHead, answers: FigureAnswers = {}, layouts: readonly MappedLayout[] = [], rows: readonly SourceRow[] = head.rows): (FigureSettlement & ReadFigures) | undefined {
  const reader = createFigureReader(head, layouts)
  if (!reader) return undefined
  reader.observe(rows)
  const settlement = reader.settle(answers)
  return { ...settlement, ...reader.drafts(rows) }
}
