import { explain } from '../../../shared/errors/explain'
import type { AppOutputs } from '../../../shared/contract'
import type { Session } from './session'
import { printable, table } from './table'

export type FigureDraft = AppOutputs['figureImports']['draft']
type Table = FigureDraft['tables'][number]
type Question = FigureDraft['questions'][number]

/** A table of figures, named as scripts know it. */
function tableJson(paths: readonly string[], one: Table) {
  const { file, name: _name, platform, from, to, facts, accounts, known, mapped, measuredAt, skippedCounts, unknownColumns, ...rest } = one
  return {
    path: paths[file] ?? '',
    ...facts,
    ...rest,
    network: typeof facts['platform'] === 'string' ? facts['platform'] : platform,
    from: facts.date_from ?? (from || null),
    to: facts.date_to ?? (to || null),
    accounts: accounts.map(({ network, name, key, channelId, origin, rows }) => ({ network, name: name || key, channelId, origin, rows })),
    measuredAt,
    mapped,
    skippedCounts,
    unknownColumns: unknownColumns.map(({ header }) => header),
    known
  }
}

const placed = (question: Question): number => (question.kind === 'channel' ? question.tables[0] : question.table) ?? 0

/** Questions with the paths of what they are about. */
const questionJson = (paths: readonly string[], draft: FigureDraft) => (question: Question) => {
  const about = draft.tables[placed(question)]
  return { ...question, path: paths[about?.file ?? 0] ?? '', entry: about?.entry ?? null, sheet: about?.sheet ?? '' }
}

/** What a draft says, by the place of its file, so that plans can stand between. */
export function figureJson(paths: readonly string[], draft: FigureDraft) {
  return {
    files: draft.tables.map((one) => ({ file: one.file, json: tableJson(paths, one) })),
    refused: draft.refused.map(({ file, entry, error }) => ({ path: paths[file] ?? '', entry, ...error })),
    questions: draft.questions.map(questionJson(paths, draft)),
    unknown: draft.unknown.map(({ file, entry, sheet, headerLine, columns }) => ({ path: paths[file] ?? '', entry, sheet, headerLine, headers: columns.map(({ header }) => header) }))
  }
}

function questionText({ t }: Session, draft: FigureDraft, question: Question): string {
  const about = draft.tables[placed(question)]
  const name = [about?.name, about?.entry, about?.sheet].filter(Boolean).join(' › ')
  switch (question.kind) {
    case 'channel':
      return t('cli.figures.ask.channel', { n: question.rows, network: question.network, account: question.name || '–', name })
    case 'date-order':
      return t('cli.figures.ask.order', { column: question.column, example: question.examples[0] ?? '', name })
    case 'year':
      return t('cli.figures.ask.year', { first: question.first, last: question.last, name })
    case 'network':
      return t('cli.figures.ask.network', { options: question.options.join(', '), name })
    case 'period':
      return t('cli.figures.ask.period', { name })
  }
}

function tableLines({ t, formats }: Session, draft: FigureDraft): string[] {
  const columns = [
    { heading: t('cli.column.file'), max: 40 },
    { heading: t('cli.import.format'), max: 26 },
    { heading: t('cli.import.sure'), right: true },
    { heading: t('cli.import.rows'), right: true },
    { heading: t('cli.import.from') },
    { heading: t('cli.import.to') },
    { heading: t('cli.figures.added'), right: true },
    { heading: t('cli.figures.changed'), right: true },
    { heading: t('cli.figures.unchanged'), right: true }
  ]
  const rows = draft.tables.map((one) => [
    [one.name, one.entry, one.sheet].filter(Boolean).join(' › '),
    one.format,
    formats.number(one.score, { style: 'percent' }),
    formats.number(one.rows),
    one.from.slice(0, 10) || '–',
    one.to.slice(0, 10) || '–',
    ...[one.added, one.changed, one.unchanged].map((n) => formats.number(n))
  ])
  return rows.length > 0 ? table(columns, rows) : []
}

function noteLines({ t }: Session, draft: FigureDraft): string[] {
  return draft.tables.flatMap((one) => {
    const name = [one.name, one.entry, one.sheet].filter(Boolean).join(' › ')
    const left = Object.entries(one.skippedCounts).map(([reason, n]) => t('cli.figures.skipped', { name, n: n ?? 0, reason: t(`cli.figures.reason.${reason as keyof typeof one.skippedCounts}`) }))
    return [
      ...(one.known ? [t('cli.figures.known', { name, at: one.known.at.slice(0, 10) })] : []),
      ...(one.subject === null ? [t('cli.figures.wordsOnly', { name })] : []),
      ...left,
      ...(one.unknownColumns.length > 0 ? [t('cli.figures.unknownColumns', { name, columns: one.unknownColumns.map(({ header }) => header).join(', ') })] : [])
    ]
  })
}

/** What a draft came to, for people. */
export function figureLines(session: Session, draft: FigureDraft): string[] {
  const { t } = session
  const refused = draft.refused.map(({ name, entry, error }) => {
    const { what, why } = explain(error.code, { ...error.data, name: entry === null ? name : `${name} › ${entry}` }, t)
    return `${what} ${why}`
  })
  const unknown = draft.unknown.map(({ name, entry, sheet }) => t('cli.figures.unknown', { name: [name, entry, sheet].filter(Boolean).join(' › ') }))
  const asked = draft.questions.map((question) => `${question.required ? '?' : '·'} ${questionText(session, draft, question)}`)
  return [...tableLines(session, draft), ...[...noteLines(session, draft), ...refused, ...unknown, ...asked].map(printable)]
}
