import type { SourceTable } from '../../tables/source-table'
import { createFigureReader } from './create-figure-reader'
import { HEAD_ROWS } from './figure-reader'
import type { FiguresFound } from './formats/metric-facts'

export type { FiguresFound } from './formats/metric-facts'

/** What a table is as an export of figures, and what it holds; undefined where it is none. */
export function describeFigures({ name, shape, rows }: SourceTable): FiguresFound | undefined {
  const reader = createFigureReader({ name, shape, rows: rows.slice(0, HEAD_ROWS), fileName: '', entry: null })
  if (!reader) return undefined
  reader.observe(rows)
  const { format, score, matched, headerLine } = reader.found
  return { format, score, matched, headerIndex: rows.findIndex(({ line }) => line === headerLine), facts: reader.settle({}).facts }
}
