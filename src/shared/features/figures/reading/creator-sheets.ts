import type { FigureDraft, SubjectDraft } from '../figure-draft'
import type { FigureReader, FoundFigures, TableHead } from '../figure-reader'
import { headerKey } from '../../../tables/header-key'
import { findDecimalMark, readNumber } from '../../../tables/read-number'
import { dayOf, readDate, type DateOrder } from '../../../tables/read-date'
import type { SourceRow } from '../../../tables/source-table'
import { periodIn } from '../tally/period-above'
import { filePeriod, type Period } from './file-period'
import { linkedinIdIn, linkedinMoment } from './ids'
import { WholeTableReader, type WholeTable } from './whole-table-reader'

/** Sheets of a LinkedIn creator's export that are no table of one header: the overview, and the top posts. */

const DISCOVERY: ReadonlySet<string> = new Set(['discovery', 'descoberta'])
const TOP_POSTS: ReadonlySet<string> = new Set(['top posts', 'publicações mais em alta'])
const LABELS: Readonly<Record<string, 'impressions' | 'reach'>> = {
  impressions: 'impressions', impressões: 'impressions', 'members reached': 'reach', 'usuários alcançados': 'reach', 'membros alcançados': 'reach'
}
const FIGURES: Readonly<Record<string, 'impressions' | 'engagements'>> = { impressions: 'impressions', impressões: 'impressions', engagements: 'engagements', engajamentos: 'engagements' }
const URLS: ReadonlySet<string> = new Set(['post url', 'url da publicação'])

const own = <T>(table: Readonly<Record<string, T>>, text: string): T | undefined => (Object.hasOwn(table, text) ? table[text] : undefined)
const PLATFORM: Pick<FoundFigures, 'platform' | 'network' | 'score' | 'columns' | 'mapped' | 'unknown'> = { platform: 'linkedin_creator', network: 'linkedin', score: 0.95, columns: [], unknown: [], mapped: false }
const account = (rows: number) => [{ network: 'linkedin', key: '', name: '', rows }]

function discovery(rows: readonly SourceRow[], order: DateOrder, fallback: Period | null): WholeTable {
  const stated = rows.flatMap(({ cells }) => cells).map((text) => periodIn(text, order)).find((period) => period !== undefined)
  const period = stated ? { from: stated[0], to: stated[1] } : fallback
  const values: Partial<Record<'impressions' | 'reach', number>> = {}
  let line = rows[0]?.line ?? 1
  for (const row of rows) {
    const column = own(LABELS, headerKey(row.cells[0] ?? ''))
    const value = readNumber(row.cells[1] ?? '', findDecimalMark(row.cells.slice(1)))
    if (column === undefined || value === undefined) continue
    values[column] = value
    line = row.line
  }
  const draft: FigureDraft = { line, account: 0, subject: { kind: 'account', key: 'account' }, startsOn: period?.from ?? '', endsOn: period?.to ?? '', values, more: {}, raw: {} }
  const facts = { platform: 'linkedin_creator', kind: 'account_metrics', granularity: 'one period', role: 'discovery', impressions: values.impressions, members_reached: values.reach, rows: 1, date_from: period?.from, date_to: period?.to }
  const known = Object.keys(values).length > 0
  return {
    questions: [], accounts: account(1), from: period?.from ?? '', to: period?.to ?? '', rows: 1, sums: { ...(values.impressions !== undefined && { impressions: values.impressions }), ...(values.reach !== undefined && { members_reached: values.reach }) },
    facts, drafts: known ? [draft] : [], skipped: known ? [] : [{ line, reason: 'no-figures' }]
  }
}

/** One of the tables that stand side by side. */
interface Side {
  url: number
  date: number
  figure: number
  metric: 'impressions' | 'engagements'
}

function sidesOf(header: SourceRow): Side[] {
  const keys = header.cells.map(headerKey)
  return keys.flatMap((key, url) => {
    if (!URLS.has(key)) return []
    const metric = own(FIGURES, keys[url + 2] ?? '')
    return metric === undefined ? [] : [{ url, date: url + 1, figure: url + 2, metric }]
  })
}

function postOf(url: string, published: string, order: DateOrder): SubjectDraft | undefined {
  const key = linkedinIdIn(url)
  if (key === '') return undefined
  const date = readDate(published)
  const day = date && dayOf(date, order)
  const publishedAt = linkedinMoment(key) ?? (day === undefined ? undefined : `${day}T12:00:00.000Z`)
  return { kind: 'post', key, permalink: url, ...(publishedAt && { publishedAt }) }
}

/** Joins the two tables on the link of the post: each is sorted by its own figure. */
function topPosts(rows: readonly SourceRow[], order: DateOrder, period: Period | null): WholeTable {
  const at = rows.findIndex((row) => sidesOf(row).length > 0)
  const sides = rows[at] ? sidesOf(rows[at]) : []
  const found = new Map<string, FigureDraft>()
  const skipped: WholeTable['skipped'] = []
  for (const row of rows.slice(at + 1)) {
    for (const { url, date, figure, metric } of sides) {
      const link = (row.cells[url] ?? '').trim()
      const value = readNumber(row.cells[figure] ?? '', '.')
      if (link === '') continue
      const subject = postOf(link, row.cells[date] ?? '', order)
      if (!subject) skipped.push({ line: row.line, reason: 'no-id' })
      else {
        const draft = found.get(subject.key) ?? { line: row.line, account: 0, subject, startsOn: period?.from ?? '', endsOn: period?.to ?? '', values: {}, more: {}, raw: {} }
        if (value !== undefined) draft.values[metric] = value
        found.set(subject.key, draft)
      }
    }
  }
  const drafts = [...found.values()]
  const sum = (metric: Side['metric']) => drafts.reduce((total, { values }) => total + (values[metric] ?? 0), 0)
  const sums = Object.fromEntries(sides.map(({ metric }) => [metric, sum(metric)]))
  const days = drafts.map(({ subject }) => subject.publishedAt?.slice(0, 10) ?? '').filter((day) => day !== '').sort()
  const facts = { platform: 'linkedin_creator', kind: 'post_metrics', granularity: 'post, period of the export', role: 'top', rows: drafts.length, distinct_posts: drafts.length, sums }
  return { questions: [], accounts: account(drafts.length), from: period?.from ?? days[0] ?? '', to: period?.to ?? days.at(-1) ?? '', rows: drafts.length, sums, facts, drafts, skipped }
}

/** Reader of such a sheet; undefined for any other. */
export function findCreatorSheet(head: TableHead): FigureReader | undefined {
  const sheet = headerKey(head.name)
  const order: DateOrder = sheet === 'descoberta' || sheet === 'publicações mais em alta' ? 'dmy' : 'mdy'
  const period = filePeriod(head)
  const labels = head.rows.filter(({ cells }) => own(LABELS, headerKey(cells[0] ?? '')) !== undefined)
  if (DISCOVERY.has(sheet) && labels.length > 0) {
    const found: FoundFigures = { ...PLATFORM, format: 'linkedin.creator.discovery', kind: 'account_metrics', subject: 'account', matched: labels.map(({ cells }) => cells[0] ?? ''), headerLine: labels[0]?.line ?? 1 }
    return new WholeTableReader(found, (rows) => discovery(rows, order, period))
  }
  const header = head.rows.slice(0, 20).find((row) => sidesOf(row).length > 0)
  if (!header || !(TOP_POSTS.has(sheet) || sidesOf(header).length === 2)) return undefined
  const found: FoundFigures = { ...PLATFORM, format: 'linkedin.creator.top', kind: 'post_metrics', subject: 'post', matched: header.cells.filter((cell) => cell.trim() !== ''), headerLine: header.line }
  return new WholeTableReader(found, (rows) => topPosts(rows, order, period))
}
