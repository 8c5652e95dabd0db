import type { FigureDraft } from '../figure-draft'
import type { FigureAnswers } from '../figure-reader'
import { audienceFacts, blocksOf, type MetaBlock } from '../formats/meta-daily'
import { headerKey } from '../../../tables/header-key'
import { readNumber } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'
import { dimensionName } from './row-key'
import type { WholeTable } from './whole-table-reader'

/** Meta writes shares without a sign: 1.7 is 1.7 %. */
const shareOf = (text: string): number | undefined => {
  const value = readNumber(text, text.includes(',') && !text.includes('.') ? ',' : '.')
  return value === undefined ? undefined : Math.round(value * 1e4) / 1e6
}

function draft(line: number, dimension: string, value: string, share: number): FigureDraft {
  return { line, account: 0, subject: { kind: 'audience', key: `${dimension}:${value}`, title: value }, startsOn: '', endsOn: '', values: {}, more: { share_of_audience: share }, raw: {} }
}

/** Names in one line and shares in the next. */
function transposed({ header, rows }: MetaBlock, dimension: string): FigureDraft[] {
  const [values] = rows
  return header.cells.flatMap((name, index) => {
    const share = shareOf(values?.cells[index] ?? '')
    return name.trim() === '' || share === undefined || !values ? [] : [draft(values.line, dimension, name.trim(), share)]
  })
}

/** One group a line, with a column for each of the others: `18-24`, men, women. */
function crossed({ header, rows }: MetaBlock, dimension: string): FigureDraft[] {
  return rows.flatMap(({ line, cells }) => {
    const own = (cells[0] ?? '').trim()
    return header.cells.slice(1).flatMap((name, index) => {
      const share = shareOf(cells[index + 1] ?? '')
      return own === '' || name.trim() === '' || share === undefined ? [] : [draft(line, dimension, `${own} · ${name.trim()}`, share)]
    })
  })
}

/** One place a line, whose name may be split at its commas: the figure is what stands last. */
function listed({ header, rows }: MetaBlock, dimension: string): FigureDraft[] {
  return [header, ...rows].flatMap(({ line, cells }) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    const share = filled.length > 1 ? shareOf(filled.at(-1) ?? '') : undefined
    // Above the places stands how many people there are in all.
    const isTotal = /unique_users|^total/i.test(filled[0] ?? '')
    return share === undefined || isTotal ? [] : [draft(line, dimension, filled.slice(0, -1).join(', '), share)]
  })
}

function draftsOf(block: MetaBlock): FigureDraft[] {
  const dimension = dimensionName(headerKey(block.title))
  const first = (block.header.cells[0] ?? '').trim()
  if (first === '') return crossed(block, dimension)
  const numbers = block.rows[0]?.cells.filter((cell) => cell.trim() !== '').every((cell) => shareOf(cell) !== undefined)
  return block.rows.length === 1 && numbers ? transposed(block, dimension) : listed(block, dimension)
}

/** Files of a page name what they count as it is called inside of Facebook; those of Instagram do not. */
function networkOf(rows: readonly SourceRow[]): string {
  return rows.some(({ cells }) => cells.some((cell) => cell.startsWith('FB_PAGE'))) ? 'facebook' : 'instagram'
}

/** Who follows: ages, cities and countries, each in a block. */
export function readMetaAudience(rows: readonly SourceRow[], answers: FigureAnswers): WholeTable {
  const blocks = blocksOf(rows).map((block) => ({ ...block, rows: block.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }))
  const drafts = blocks.flatMap(draftsOf)
  const network = answers.network ?? networkOf(rows)
  return {
    questions: [], accounts: [{ network, key: '', name: '', rows: drafts.length }], from: '', to: '', rows: drafts.length, sums: {}, facts: { ...audienceFacts(blocks) }, drafts, skipped: []
  }
}
