import type { FiguresFound } from '../../../../shared/features/figures/describe-figures'
import type { ReadTable } from '../../../../shared/features/imports/imports.contract'
import type { ScheduleLayout } from '../../../../shared/features/imports/schedule-detect'
import type { FoundTable } from './read-files.service'

const SAMPLES = 3
const SAMPLE_CHARS = 80

function samplesOf(table: FoundTable, layout: ScheduleLayout, index: number): { samples: string[]; filled: number } {
  const samples: string[] = []
  let filled = 0
  for (const { cells } of table.rows.slice(layout.headerIndex + 1)) {
    const cell = cells[index]?.trim() ?? ''
    if (cell === '') continue
    filled += 1
    if (samples.length < SAMPLES) samples.push(cell.slice(0, SAMPLE_CHARS))
  }
  return { samples, filled }
}

/** A recognized table as it is shown: what it is, why, and what is in each column. */
export function presentTable(table: FoundTable, layout: ScheduleLayout, rows: number, facts: ReadTable['facts']): ReadTable {
  return {
    file: table.file,
    name: table.fileName,
    entry: table.entry,
    sheet: table.name,
    container: table.container,
    encoding: table.encoding,
    delimiter: table.delimiter,
    format: layout.format,
    score: Math.round(layout.score * 100) / 100,
    matched: layout.matched,
    columns: layout.columns.map(({ index, header, key, target, source }) => ({ index, header, key, target, source, ...samplesOf(table, layout, index) })),
    rows,
    facts
  }
}

/** An export of figures as it is shown; its columns are told by its facts. */
export function presentFigures(table: FoundTable, { format, score, matched, facts }: FiguresFound): ReadTable {
  return {
    file: table.file,
    name: table.fileName,
    entry: table.entry,
    sheet: table.name,
    container: table.container,
    encoding: table.encoding,
    delimiter: table.delimiter,
    format: { id: format, name: format },
    score: Math.round(score * 100) / 100,
    matched,
    columns: [],
    rows: typeof facts['rows'] === 'number' ? facts['rows'] : 0,
    facts: JSON.parse(JSON.stringify({ encoding: table.encoding, delimiter: table.delimiter, ...facts })) as ReadTable['facts']
  }
}
