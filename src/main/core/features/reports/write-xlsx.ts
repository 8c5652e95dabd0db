import writeExcelFile from 'write-excel-file/node'
import { chartTable } from '../../../../shared/charts/chart-table'
import type { FigureUnit } from '../../../../shared/charts/figure-format'
import { plainLines } from '../../../../shared/features/reports/rich-text'
import type { Block, Cell, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { MISSING } from '../../../../shared/reports/report-words'

/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31

type SheetCell = { value: string; type: StringConstructor; fontWeight?: 'bold'; wrap?: boolean; alignVertical?: 'top' } | { value: number; type: NumberConstructor; format?: string } | null
type Row = SheetCell[]

/** Control characters are not allowed in the XML of a workbook: with one of them no spreadsheet opens it. */
const clean = (text: string): string => text.replaceAll(/\p{Cc}/gu, (one) => ('\t\n'.includes(one) ? one : '')).replaceAll(/\p{Cs}/gu, '\uFFFD').slice(0, LONGEST_CELL)
// Text by its type: nothing in it can be a formula.
const text = (value: string): SheetCell => ({ value: clean(value), type: String, wrap: true, alignVertical: 'top' })
const bold = (value: string): SheetCell => ({ value: clean(value), type: String, fontWeight: 'bold' })

const formats: Readonly<Record<FigureUnit['kind'], string>> = { count: '#,##0', ratio: '0.00%', seconds: '#,##0', money: '#,##0.00', number: '#,##0.00' }

/** A number with its format; an empty cell for what is not known, which a sum leaves out. */
const number = (value: number | null, unit: FigureUnit | null): SheetCell => (value === null || !Number.isFinite(value) ? null : { value, type: Number, format: formats[unit?.kind ?? 'number'] })

function cellOf({ text: words, value, unit }: Cell): SheetCell {
  if (value !== null) return number(value, unit)
  return words === MISSING || words === '' ? null : text(words)
}

function blockRows(block: Block, locale: string): Row[] {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.map(({ label, raw, unit, change, note }) => [bold(label), number(raw, unit), change === null ? null : text(change), note === null ? null : text(note)])
    case 'chart': {
      const { rows, columns, categoryLabel } = chartTable(block.chart, { locale, missing: MISSING })
      const unit = (index: number) => block.chart.series[index]?.unit ?? block.chart.unit
      return [
        [bold(block.title)], [categoryLabel, ...columns].map(bold),
        ...rows.map(({ label, cells }): Row => [text(label), ...cells.map(({ value }, index) => number(value ?? null, unit(index)))])
      ]
    }
    case 'table':
      return [...(block.title === null ? [] : [[bold(block.title)]]), block.columns.map(({ label }) => bold(label)), ...block.rows.map((row) => row.map(cellOf))]
    case 'cards':
      return block.cards.map(({ title, text: words, facts, figures }) => [text(title || words), text(facts), ...figures.flatMap((one) => [text(one.label), text(one.text)])])
    case 'goals':
      return block.goals.map(({ name, progress, status, facts }) => [bold(name), number(progress, { kind: 'ratio' }), text(status), text(facts)])
    case 'entries':
      return block.entries.flatMap(({ title, parts, facts }): Row[] => [[bold(title), text(facts)], ...parts.map((part) => [text(part.label), text(plainLines(part.text).join('\n'))])])
    case 'terms':
      return block.terms.map(({ term, text: words, formula }) => [bold(term), text(words), formula === null ? null : text(formula)])
    case 'note':
      return [[text(block.text)]]
    case 'cover':
      return []
  }
}

function sheetRows(section: SectionData, data: ReportData): Row[] {
  const head: Row[] = [[bold(section.title)], [text(`${data.client.name} · ${data.period.days}`)]]
  const words = plainLines(section.text).map((line): Row => [text(line)])
  return [...head, ...words, ...section.blocks.flatMap((block) => [[] as Row, ...blockRows(block, data.locale)])]
}

/** Names of sheets are short, without some signs, and each there once. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = clean(title).replaceAll(/[\\/?*[\]:]/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(/^'+|'+$/g, '').trim() || 'Sheet'
  let name = Array.from(plain).slice(0, LONGEST_NAME - 4).join('').trim()
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${Array.from(plain).slice(0, LONGEST_NAME - 6).join('').trim()} ${count}`
  taken.add(name.toLowerCase())
  return name
}

/** The report as a workbook: a sheet a section, numbers as numbers, no formulas. */
export async function writeWorkbook(data: ReportData): Promise<{ content: Buffer; sheets: number }> {
  const taken = new Set<string>()
  const sheets = data.sections.filter(({ kind }) => kind !== 'cover').map((section) => {
    const rows = sheetRows(section, data)
    const widest = Math.max(1, ...rows.map((row) => row.length))
    return { data: rows, sheet: sheetName(section.title, taken), columns: Array.from({ length: widest }, (_, index) => ({ width: index === 0 ? 44 : 20 })) }
  })
  return { content: await writeExcelFile(sheets).toBuffer(), sheets: sheets.length }
}
