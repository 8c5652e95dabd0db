import type { FigureDraft } from '../figure-draft'
import type { FigureAnswers, FigureQuestion, FoundAccount, SkippedRow } from '../figure-reader'
import { blocksOf, dailyFacts, dayOfCell, seriesOf, type MetaBlock } from '../formats/meta-daily'
import { fileMetric } from '../metric-dictionary'
import { headerKey } from '../../../tables/header-key'
import { readNumber } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'
import type { WholeTable } from './whole-table-reader'

/** What a title means, by words that Meta uses in its exports. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/new likes|follow|volger|följ|seguidor/, 'follows'],
  [/viewers/, 'viewers'],
  [/reach|bereik|räckvidd|alcance|couverture|copertura|reichweite/, 'reach'],
  [/interactions|interacties|interaktioner|interacciones|interações|interazioni|interaktionen/, 'engagements'],
  [/link clicks|klikken op link|länkklick|clics en el enlace|cliques no link|clics sur un lien/, 'link_clicks'],
  [/visits|bezoeken|visitas|visites|besök/, 'visits'],
  [/views|weergaven|visningar|visualizaciones|visualizações|vues|visualizzazioni/, 'views']
]

const networkOf = (title: string): string => ['facebook', 'instagram'].find((name) => title.includes(name)) ?? ''

function metricOf(title: string): string {
  const key = headerKey(title)
  return TITLES.find(([pattern]) => pattern.test(key))?.[1] ?? key.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, 60)
}

interface Place {
  network: string
  account: number
}

function draftsOf(block: MetaBlock, { network, account }: Place): { drafts: FigureDraft[]; skipped: SkippedRow[] } {
  const name = metricOf(block.title)
  const { column } = fileMetric(network, name)
  const drafts: FigureDraft[] = []
  const skipped: SkippedRow[] = []
  for (const { line, cells } of block.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const day = dayOfCell(cells[0] ?? '')
    const value = readNumber(cells[1] ?? '', '.')
    if (day === undefined) skipped.push({ line, reason: 'unreadable-date' })
    else if (value === undefined) skipped.push({ line, reason: 'no-figures' })
    else {
      drafts.push({
        line, account, subject: { kind: 'account', key: 'account' }, startsOn: day, endsOn: day,
        values: column === null ? {} : { [column]: value }, more: column === null ? { [name]: value } : {}, raw: {}
      })
    }
  }
  return { drafts, skipped }
}

/** Days of an account, a block a figure: those of Facebook and of Instagram may stand in one file. */
export function readMetaSeries(rows: readonly SourceRow[], answers: FigureAnswers): WholeTable {
  const blocks = blocksOf(rows)
  const networks = blocks.map(({ title }) => networkOf(headerKey(title)) || (answers.network ?? ''))
  const named = [...new Set(networks.filter((network) => network !== ''))]
  const questions: FigureQuestion[] = networks.includes('') ? [{ code: 'network', required: true, options: ['facebook', 'instagram'] }] : []
  const read = blocks.map((block, index) => {
    const network = networks[index] ?? ''
    if (network === '') return { drafts: [], skipped: block.rows.map(({ line }) => ({ line, reason: 'unsettled' as const })) }
    return draftsOf(block, { network, account: named.indexOf(network) })
  })
  const series = blocks.map(seriesOf).filter((one) => one !== undefined)
  const facts = dailyFacts(series)
  const accounts: FoundAccount[] = named.map((network, place) => ({ network, key: '', name: '', rows: read.flatMap(({ drafts }) => drafts).filter(({ account }) => account === place).length }))
  return {
    questions, accounts: accounts.length > 0 ? accounts : [{ network: '', key: '', name: '', rows: facts.rows }], from: facts.date_from ?? '', to: facts.date_to ?? '', rows: facts.rows, sums: facts.sums, facts: { ...facts },
    drafts: read.flatMap(({ drafts }) => drafts), skipped: read.flatMap(({ skipped }) => skipped)
  }
}
