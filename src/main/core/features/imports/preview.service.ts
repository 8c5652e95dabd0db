import { AppError } from '../../../../shared/errors/app-error'
import type { ReadTable, ScheduleItem, ScheduleOptions, SchedulePreview, ScheduleQuestion } from '../../../../shared/features/imports/imports.contract'
import { readSchedule } from '../../../../shared/features/imports/read-schedule'
import type { ReadPlan, RowProblem } from '../../../../shared/features/imports/schedule-draft'
import { zoneNamed } from '../../../../shared/time'
import type { CallContext, Reader, Tx } from '../../context'
import { type ComparedRow, ownPostId, RowComparer } from './compare-rows'
import { assetsByFileName, idsByName, listOpenChannels } from './import-names.queries'
import { listImportRows, listMappings } from './imports.repository'
import { listOwnPosts } from './own-posts.queries'
import { DraftPlacer, type PlacedDraft, type Surroundings } from './place-drafts'
import { type FiguresTable, type PlanTable, rememberMappings, sortTables } from './plan-tables'
import { isMail, presentMails } from './present-mails'
import { presentFigures, presentTable } from './present-table'
import { readFiles, type ReadFiles, type Refused } from './read-files.service'

/** A row that became a post to be, with all that is known of it. */
export interface PlannedRow {
  table: number
  placed: PlacedDraft
  compared: ComparedRow
}

export interface PlanReading {
  preview: SchedulePreview
  rows: PlannedRow[]
}

/** Posts of one import: more is no plan that a person has looked through. */
const MOST_POSTS = 5000
const EXCERPT = 280

interface ReadTablePlan extends PlanTable {
  plan: ReadPlan
}

function readTables(plans: readonly PlanTable[], options: ScheduleOptions, zone: string): ReadTablePlan[] {
  return plans.map(({ table, layout }) => {
    const kept = options.status === null ? layout : { ...layout, status: options.status }
    return { table, layout: kept, plan: readSchedule(table, kept, { order: options.order, zone, defaultTime: options.defaultTime, pick: options.pick }) }
  })
}

async function surroundingsOf(db: Reader | Tx, plans: readonly ReadTablePlan[]): Promise<Surroundings> {
  const drafts = plans.flatMap(({ plan }) => plan.drafts)
  const namesMedia = drafts.some(({ media }) => media.length > 0)
  return {
    channels: await listOpenChannels(db),
    pillars: await idsByName(db, 'pillar'),
    campaigns: await idsByName(db, 'campaign'),
    assets: namesMedia ? await assetsByFileName(db) : new Map()
  }
}

export const tableFacts = ({ table, layout, plan }: ReadTablePlan): ReadTable['facts'] => ({
  platform: layout.format.id,
  kind: 'schedule',
  granularity: 'planned post',
  encoding: table.encoding,
  delimiter: table.delimiter,
  ...plan.facts
})

function toItem({ table, placed, compared }: PlannedRow, problems: readonly RowProblem[]): ScheduleItem {
  const { draft, channelIds, media } = placed
  return {
    table,
    line: draft.line,
    status: compared.status,
    title: draft.title,
    excerpt: draft.text.slice(0, EXCERPT),
    planned: draft.planned,
    state: draft.status,
    networks: draft.networks,
    channelIds,
    labels: draft.labels,
    media,
    postId: compared.postId,
    changes: compared.changes,
    // A name that is no network may be that of a channel; where it is not, placing it said so.
    problems: [...problems.filter(({ code }) => code !== 'network-unknown'), ...placed.problems]
  }
}

function failedItem(table: number, line: number, problems: RowProblem[]): ScheduleItem {
  return {
    table, line, status: 'error', title: '', excerpt: '', planned: null, state: 'draft', networks: [], channelIds: [], labels: [], media: [], postId: null,
    changes: [], problems
  }
}

function groupByLine(problems: readonly RowProblem[]): Map<number, RowProblem[]> {
  const lines = new Map<number, RowProblem[]>()
  for (const problem of problems) lines.set(problem.line, [...(lines.get(problem.line) ?? []), problem])
  return lines
}

function itemsOf(plans: readonly ReadTablePlan[], rows: readonly PlannedRow[]): ScheduleItem[] {
  return plans.flatMap(({ plan }, table) => {
    const problems = groupByLine(plan.problems)
    const good = rows.filter((row) => row.table === table).map((row) => toItem(row, problems.get(row.placed.draft.line) ?? []))
    const bad = [...problems].filter(([, found]) => found.some(({ severity }) => severity === 'error'))
    return [...good, ...bad.map(([line, found]) => failedItem(table, line, found))].sort((a, b) => a.line - b.line)
  })
}

function totalsOf(items: readonly ScheduleItem[]): SchedulePreview['totals'] {
  const count = (status: ScheduleItem['status']) => items.filter((item) => item.status === status).length
  const missing = items.flatMap(({ media }) => media.flatMap(({ name, assetId }) => (assetId === null ? [name] : [])))
  return { rows: items.length, new: count('new'), same: count('same'), changed: count('changed'), error: count('error'), missingMedia: [...new Set(missing)] }
}

function orderQuestions(plans: readonly ReadTablePlan[]): ScheduleQuestion[] {
  return plans.flatMap(({ table, plan }) => plan.orderQuestions.map((question): ScheduleQuestion => ({ kind: 'date-order', file: table.file, ...question, rows: plan.facts.rows })))
}

/**
 * Reads plans and holds them against what the client has.
 * @throws AppError `not-found.file-token`, `validation.zone`
 */
export async function readPlans(context: CallContext, clientId: string, tokens: readonly string[], options: ScheduleOptions): Promise<PlanReading> {
  const { reader, profile } = await context.workspace(clientId)
  const zone = zoneNamed(options.zone ?? (await profile()).zone)
  if (zone === undefined) throw new AppError('validation.zone', { zone: options.zone ?? '' })
  const files = await readFiles(context, tokens)
  return comparePlans(reader, files, options, zone)
}

async function comparePlans(db: Reader | Tx, files: ReadFiles, options: ScheduleOptions, zone: string): Promise<PlanReading> {
  const remembered = rememberMappings([...(await listMappings(db)), ...options.mapping])
  const sorted = sortTables(files.tables, remembered)
  const plans = readTables(sorted.plans, options, zone)
  const formats = [...new Set(plans.map(({ layout }) => layout.format.id))]
  const own = plans.flatMap(({ layout, plan }) => plan.drafts.flatMap(({ foreignKey }) => ownPostId(layout.format.id, foreignKey) ?? []))
  const comparer = new RowComparer(await listImportRows(db, formats), await listOwnPosts(db, own.filter((id) => id !== '')))
  const placer = new DraftPlacer(await surroundingsOf(db, plans), options)
  const rows = plans.flatMap(({ layout, plan }, table): PlannedRow[] => {
    const compared = comparer.compare(layout.format.id, plan.drafts)
    return plan.drafts.flatMap((draft, index) => (compared[index] ? [{ table, placed: placer.place(draft), compared: compared[index] }] : []))
  })
  if (rows.length > MOST_POSTS) throw new AppError('validation.input', { issues: [{ path: 'files', message: `more than ${MOST_POSTS} posts` }] })
  const items = itemsOf(plans, rows)
  const tables = plans.map((one) => presentTable(one.table, one.layout, one.plan.facts.rows, tableFacts(one)))
  const questions = [...orderQuestions(plans), ...placer.questions()]
  return { preview: { tables, refused: [...files.refused, ...refusedFigures(sorted.figures)], questions, items, totals: totalsOf(items) }, rows }
}

/** Figures are no posts: each file of them costs one line, however many sheets it has. */
function refusedFigures(figures: readonly FiguresTable[]): Refused[] {
  const error = { code: 'unsupported.import-kind', data: { reason: 'figures' } }
  const files = new Map(figures.map(({ table }) => [`${table.file} ${table.entry ?? ''}`, table]))
  return [...files.values()].map(({ file, fileName, entry }) => ({ file, name: fileName, entry, error: { ...error, data: { ...error.data, name: entry ?? fileName } } }))
}

/** What files are, without a client. */
export async function detectFiles(context: CallContext, tokens: readonly string[]): Promise<Pick<SchedulePreview, 'tables' | 'refused'>> {
  const { tables, refused } = await readFiles(context, tokens)
  const options: ScheduleOptions = { order: null, defaultTime: '09:00', pick: null, mapping: [], channels: [], defaultChannelIds: [], status: null }
  const { plans, figures } = sortTables(tables, new Map())
  const planned = readTables(plans, options, 'Etc/UTC').map((one) => presentTable(one.table, one.layout, one.plan.facts.rows, tableFacts(one)))
  const counted = figures.map(({ table, figures: found }) => presentFigures(table, found))
  const mails = tables.filter(isMail).flatMap(presentMails)
  return { tables: [...planned, ...counted, ...mails].sort((a, b) => a.file - b.file), refused }
}
