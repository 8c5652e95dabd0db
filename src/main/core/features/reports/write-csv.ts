import { stringify } from 'csv-stringify/sync'
import { ZipFile } from 'yazl'
import { chartTable } from '../../../../shared/charts/chart-table'
import { legalName } from '../../../../shared/naming'
import type { Block, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { MISSING } from '../../../../shared/reports/report-words'

interface Table {
  name: string
  rows: string[][]
}

const bare = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

/** A table with bare numbers; what is not known is an empty cell. Undefined for what is no table. */
function rowsOf(block: Block): string[][] | undefined {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.map(({ label, raw, change, note }) => [label, bare(raw), change ?? '', note ?? ''])
    case 'chart': {
      const { categoryLabel, columns, rows } = chartTable(block.chart, { locale: 'en', missing: '' })
      return [[categoryLabel, ...columns], ...rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => bare(value))])]
    }
    case 'table':
      return [block.columns.map(({ label }) => label), ...block.rows.map((row) => row.map(({ text, value }) => (value === null ? (text === MISSING ? '' : text) : bare(value))))]
    case 'goals':
      return block.goals.map(({ name, status, progress, facts }) => [name, status, bare(progress), facts])
    default:
      return undefined
  }
}

const titleOf = (section: SectionData, block: Block): string => ('title' in block && block.title ? `${section.title} - ${block.title}` : section.title)

function tablesOf(data: ReportData): Table[] {
  return data.sections.flatMap((section) => section.blocks.flatMap((block) => {
    const rows = rowsOf(block)
    return rows && rows.length > 0 ? [{ name: titleOf(section, block), rows }] : []
  }))
}

/**
 * Every table as a CSV file of its own, together in one archive: UTF-8 with a mark, so that a spreadsheet reads it as such.
 * What a spreadsheet would take for a formula begins with an apostrophe. The same report makes the same bytes.
 */
export async function writeTables(data: ReportData): Promise<{ content: Buffer; tables: number }> {
  const zip = new ZipFile()
  const mtime = new Date(data.createdAt)
  const tables = tablesOf(data)
  tables.forEach(({ name, rows }, index) => {
    const widest = Math.max(...rows.map((row) => row.length))
    const even = rows.map((row) => [...row, ...Array.from({ length: widest - row.length }, () => '')])
    const content = stringify(even, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
    const file = legalName(`${String(index + 1).padStart(2, '0')} ${name}`, { extension: '.csv', maxBytes: 120 })
    zip.addBuffer(Buffer.from(content, 'utf8'), file, { mtime, mode: 0o100644 })
  })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return { content: Buffer.concat(chunks), tables: tables.length }
}
