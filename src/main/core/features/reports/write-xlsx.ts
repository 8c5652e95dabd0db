import writeExcelFile from 'write-excel-file/node'
import { chartTable } from '../../../../shared/charts/chart-table'
import type { FigureUnit } from '../../../../shared/charts/figure-format'
import { plainLines } from '../../../../shared/features/reports/rich-text'
import type { Block, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { MISSING } from '../../../../shared/reports/report-words'
import { WORKBOOK_FONT } from '../../files/workbook-look'
import { bold, clean, dateCell, headCell, laidOut, numberCell, type Row, type SheetCell, spanning, textCell } from './workbook-cells'

const LONGEST_NAME = 31

type Table = Extract<Block, { kind: 'table' }>

function cellOf({ text: words, value, unit, day }: Table['rows'][number][number], align: 'left' | 'right' | undefined): SheetCell {
  if (day) return dateCell(day)
  if (value !== null) return numberCell(value, unit)
  return words === MISSING || words === '' ? null : textCell(words, align)
}

const titled = (title: string | null): Row[] => (title === null ? [] : [[bold(title)]])

function chartRows({ chart, title }: Extract<Block, { kind: 'chart' }>, locale: string): Row[] {
  const { rows, columns, categoryLabel } = chartTable(chart, { locale, missing: MISSING })
  const unit = (index: number): FigureUnit => chart.series[index]?.unit ?? chart.unit
  return [
    ...titled(title), [headCell(categoryLabel), ...columns.map((label) => headCell(label, 'right'))],
    ...rows.map(({ key, label, cells }): Row => [dateCell(key) ?? textCell(label), ...cells.map(({ value }, index) => numberCell(value ?? null, unit(index)))])
  ]
}

function blockRows(block: Block, locale: string): Row[] {
  switch (block.kind) {
    case 'tiles':
      return [...titled(block.title), ...block.tiles.map(({ label, raw, unit, change, note }): Row => [bold(label), numberCell(raw, unit), change === null ? null : textCell(change), note === null ? null : textCell(note)])]
    case 'chart':
      return chartRows(block, locale)
    case 'table':
      return [...titled(block.title), block.columns.map(({ label, align }) => headCell(label, align)), ...block.rows.map((row) => row.map((cell, index) => cellOf(cell, block.columns[index]?.align)))]
    case 'cards':
      return block.cards.map(({ title, text: words, facts, figures }) => [textCell(title || words), textCell(facts), ...figures.flatMap((one) => [textCell(one.label), textCell(one.text)])])
    case 'goals':
      return block.goals.map(({ name, progress, status, facts }) => [bold(name), numberCell(progress, { kind: 'ratio' }), textCell(status), textCell(facts)])
    case 'entries':
      return block.entries.flatMap(({ title, parts, facts }): Row[] => [[spanning(title, true)], ...parts.map((part): Row => [textCell(part.label), textCell(plainLines(part.text).join('\n'))]), [spanning(facts)]])
    case 'terms':
      return block.terms.map(({ term, text: words, formula }) => [bold(term), textCell(formula === null ? words : `${words}\n${formula}`)])
    case 'note':
      return [[spanning(block.text)]]
    case 'cover':
      return []
  }
}

function sheetRows(section: SectionData, data: ReportData): Row[] {
  const head: Row[] = [[bold(section.title, 14)], [spanning(`${data.client.name} · ${data.period.days}`)]]
  const words = plainLines(section.text).map((line): Row => [spanning(line)])
  return [...head, ...(words.length > 0 ? [[] as Row, ...words] : []), ...section.blocks.flatMap((block) => [[] as Row, ...blockRows(block, data.locale)])]
}

/** Names of sheets are short, without some signs, and each there once. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = clean(title).replaceAll(/[\\/?*[\]:]/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(/^'+|'+$/g, '').trim() || 'Sheet'
  let name = Array.from(plain).slice(0, LONGEST_NAME - 4).join('').trim()
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${Array.from(plain).slice(0, LONGEST_NAME - 6).join('').trim()} ${count}`
  taken.add(name.toLowerCase())
  return name
}

/** The report as a workbook: a sheet a section, numbers as numbers, days as dates, no formulas. */
export async function writeWorkbook(data: ReportData): Promise<{ content: Buffer; sheets: number }> {
  const taken = new Set<string>()
  const sheets = data.sections.filter(({ kind }) => kind !== 'cover').map((section) => ({
    ...laidOut(sheetRows(section, data)), sheet: sheetName(section.title, taken), orientation: 'landscape' as const
  }))
  return { content: await writeExcelFile(sheets, WORKBOOK_FONT).toBuffer(), sheets: sheets.length }
}
