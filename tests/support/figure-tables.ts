import { readFiguresOf } from '../../src/shared/features/figures/create-figure-reader'
import type { FigureAnswers, MappedLayout, TableHead } from '../../src/shared/features/figures/figure-reader'

interface MadeTable {
  rows: string[][]
  sheet?: string
  shape?: TableHead['shape']
  fileName?: string
  entry?: string
  modifiedOn?: string
  answers?: FigureAnswers
  layouts?: MappedLayout[]
}

/** Reads a table as an export of figures; fails where it is not recognized as one. */
export function readFigureTable({ rows, sheet = '', shape = 'grid', fileName = 'export.csv', entry, modifiedOn, answers, layouts }: MadeTable) {
  const lines = rows.map((cells, index) => ({ line: index + 1, cells }))
  const read = readFiguresOf({ name: sheet, shape, rows: lines, fileName, entry: entry ?? null, ...(modifiedOn && { modifiedOn }) }, answers, layouts)
  if (!read) throw new Error('no export of figures')
  return read
}
