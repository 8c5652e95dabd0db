import { explain } from '../../../shared/errors/explain'
import type { RowProblem } from '../../../shared/features/imports/schedule-draft'
import type { AppOutputs } from '../../../shared/contract'
import type { Session } from './session'
import { printable, table } from './table'

export type Preview = AppOutputs['imports']['previewSchedule']
type Tables = Pick<Preview, 'tables' | 'refused'>
type Question = Preview['questions'][number]

const factOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export function problemText({ t }: Session, { column, code, value }: RowProblem): string {
  return t(`imports.problem.${code}`, { column, value })
}

/** What a file came to, named as scripts know it. */
function fileJson(paths: readonly string[], { tables }: Tables, index: number, items: Preview['items']) {
  const one = tables[index]
  if (!one) return undefined
  const own = items.filter((item) => item.table === index)
  const count = (status: Preview['items'][number]['status']): number => own.filter((item) => item.status === status).length
  const { file, entry, sheet, container, encoding, delimiter, format, score, matched, rows, facts } = one
  return {
    path: paths[file] ?? '',
    entry,
    sheet,
    container,
    encoding,
    delimiter,
    format: format.id,
    network: factOf(facts.platform),
    kind: factOf(facts.kind),
    score,
    matched,
    rows,
    from: facts.date_from ?? null,
    to: facts.date_to ?? null,
    ...facts,
    skipped: own.flatMap(({ status, line, problems }) => (status === 'error' ? problems.map(({ column, code, value }) => ({ line, column, reason: code, value })) : [])),
    added: count('new'),
    changed: count('changed'),
    unchanged: count('same')
  }
}

/** What each table of a preview came to. */
export const planJson = (paths: readonly string[], preview: Preview) => preview.tables.map((_, index) => fileJson(paths, preview, index, preview.items))

/** The document of `--json`. */
export function importJson(paths: readonly string[], found: Tables, { items = [], questions = [] }: Partial<Pick<Preview, 'items' | 'questions'>> = {}) {
  const files = found.tables.map((_, index) => fileJson(paths, found, index, items))
  const refused = found.refused.map(({ file, entry, error }) => ({ path: paths[file] ?? '', entry, ...error }))
  return { files, refused, questions }
}

function refusedLines({ t }: Session, { refused }: Tables): string[] {
  return refused.map(({ name, entry, error }) => {
    const shown = entry === null ? name : `${name} › ${entry}`
    const { what, why } = explain(error.code, { ...error.data, name: shown }, t)
    return printable(`${what} ${why}`)
  })
}

/** What each file is, one line a table. */
export function tableLines(session: Session, found: Tables): string[] {
  const { t, formats } = session
  const columns = [
    { heading: t('cli.column.file'), max: 40 },
    { heading: t('cli.import.format'), max: 24 },
    { heading: t('cli.import.sure'), right: true },
    { heading: t('cli.import.rows'), right: true },
    { heading: t('cli.import.from') },
    { heading: t('cli.import.to') }
  ]
  const rows = found.tables.map((one) => [
    [one.name, one.entry, one.sheet].filter(Boolean).join(' › '),
    one.format.name || t('cli.import.sheet'),
    formats.number(one.score, { style: 'percent' }),
    formats.number(one.rows),
    factOf(one.facts.date_from) ?? '–',
    factOf(one.facts.date_to) ?? '–'
  ])
  return [...(rows.length > 0 ? table(columns, rows) : []), ...refusedLines(session, found)]
}

function questionText({ t }: Session, question: Question): string {
  if (question.kind === 'date-order') return t(`imports.question.${question.doubt}`, { example: question.example, column: question.column })
  if (question.kind === 'default-channels') return t('imports.question.defaults', { n: question.rows })
  return t(question.network ? 'imports.question.channelNetwork' : 'imports.question.channelName', { n: question.rows, name: question.name })
}

/** Without an answer to these nothing is written: an order of dates, and which of several channels is meant. */
export const isOpen = (question: Question): boolean =>
  question.kind === 'date-order' || (question.kind === 'channel' && question.chosen === undefined && question.channelIds.length > 0)

/** What the rows became, and what is wrong with them, by line and column. */
export function previewLines(session: Session, preview: Preview): string[] {
  const { t } = session
  const { totals, items, questions, tables } = preview
  const problems = items.flatMap((item) =>
    item.problems.map((problem) => {
      const place = t('cli.import.line', { name: tables[item.table]?.name ?? '', line: problem.line, column: problem.column || '–' })
      return printable(`${place} ${problemText(session, problem)}`)
    })
  )
  const asked = questions.map((question) => `${isOpen(question) ? '?' : '·'} ${printable(questionText(session, question))}`)
  const unknown = tables.flatMap(({ columns }) => columns.filter(({ target, filled }) => target === null && filled > 0).map(({ header }) => header))
  return [
    ...tableLines(session, preview),
    '',
    ...problems,
    ...asked,
    ...(unknown.length > 0 ? [t('cli.import.unknownColumns', { columns: printable(unknown.join(', ')) })] : []),
    t('cli.import.totals', { new: totals.new, changed: totals.changed, same: totals.same, error: totals.error })
  ]
}
