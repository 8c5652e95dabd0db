import type { NetworkId } from '../../channels/catalog.schema'
import { looseKey } from '../../tables/header-key'
import { ownEntry } from '../../tables/own-entry'
import { findDateOrder, readDate, type DateOrder } from '../../tables/read-date'
import { isBlank, type SourceRow, type SourceTable } from '../../tables/source-table'
import { isYes, networkNamed, postTypeNamed, RowFields } from './schedule-cells'
import type { ScheduleLayout } from './schedule-detect'
import type { ReadPlan, RowProblem, ScheduleDraft } from './schedule-draft'
import { statusNoise, statusWords, type ImportedStatus } from './schedule-fields'
import { emptyFacts, noteFacts } from './schedule-facts'
import { readPlanned, type Report, type TimeOptions } from './schedule-time'

export interface ReadScheduleOptions extends Omit<TimeOptions, 'order'> {
  /** What a person answered; null where nobody was asked yet. */
  order: DateOrder | null
}

const LONGEST_TEXT = 100_000
const DATE_TARGETS = ['dateTime', 'date'] as const

const rowsOf = (table: SourceTable, layout: ScheduleLayout): SourceRow[] => table.rows.slice(layout.headerIndex + 1).filter((row) => !isBlank(row))

function findOrder(rows: readonly SourceRow[], layout: ScheduleLayout, given: DateOrder | null): { order: DateOrder | null; questions: ReadPlan['orderQuestions'] } {
  const column = DATE_TARGETS.map((target) => layout.columns.find((one) => one.target === target)).find((one) => one !== undefined)
  if (!column) return { order: given, questions: [] }
  const dates = rows.flatMap((row) => readDate(row.cells[column.index] ?? '') ?? [])
  const { order, doubt } = findDateOrder(dates)
  if (order || doubt === null) return { order, questions: [] }
  if (given) return { order: given, questions: [] }
  const isOpen = (cell: string): boolean => {
    const date = readDate(cell)
    return date?.kind === 'order' && date.first !== date.second
  }
  const example = rows.map((row) => row.cells[column.index] ?? '').find(isOpen) ?? ''
  return { order: null, questions: [{ column: column.header, doubt, example: example.slice(0, 40) }] }
}

interface Placed {
  networks: NetworkId[]
  channelNames: string[]
}

function placesOf(row: RowFields, title: string): Placed {
  const named = row.list('channels')
  const networks = new Set<NetworkId>(row.flags())
  const channelNames: string[] = []
  for (const name of named) {
    const network = networkNamed(name)
    if (network) networks.add(network)
    else channelNames.push(name.slice(0, 200))
  }
  // Calendars hold the channel in front of the title: "Instagram: autumn colors".
  const before = /^([^:]{1,40}):\s/.exec(title)?.[1]
  const inTitle = before === undefined ? undefined : networkNamed(before)
  if (networks.size === 0 && channelNames.length === 0 && inTitle) networks.add(inTitle)
  return { networks: [...networks], channelNames }
}

function statusOf(row: RowFields, fallback: 'draft' | 'scheduled', report: Report): ImportedStatus {
  const cell = row.first('status')
  const word = looseKey(cell?.value ?? '')
  const known = ownEntry(statusWords, word)
  if (known) return known
  if (cell && !statusNoise.has(word)) report(cell.column.header, 'status-unknown', 'note', cell.value.slice(0, 80))
  const draft = row.first('draft')
  if (draft) return isYes(draft.value) ? 'draft' : fallback
  return fallback
}

/** Labels that name a network say where the post goes. */
function splitLabels(labels: readonly string[], places: Placed): string[] {
  const kept: string[] = []
  for (const label of labels) {
    const network = places.networks.length === 0 || places.networks.some((one) => one === networkNamed(label)) ? networkNamed(label) : undefined
    if (network && !places.networks.includes(network)) places.networks.push(network)
    if (!network) kept.push(label.slice(0, 80))
  }
  return [...new Set(kept)]
}

function contentOf(row: RowFields): Pick<ScheduleDraft, 'title' | 'text' | 'link' | 'firstComment' | 'notes' | 'owner' | 'pillar' | 'campaign'> {
  return {
    title: row.text('title').slice(0, 300),
    text: row.first('text')?.value.trim() ?? '',
    link: row.text('link').slice(0, 4000),
    firstComment: row.list('firstComment').length > 1 ? row.slots('firstComment').filter(Boolean).join('\n\n') : row.text('firstComment'),
    notes: row.all('notes').map(({ value }) => value.trim()).join('\n'),
    owner: row.text('owner').slice(0, 120),
    pillar: row.text('pillar'),
    campaign: row.text('campaign')
  }
}

function mediaOf(row: RowFields): ScheduleDraft['media'] {
  const alternatives = row.slots('altTexts')
  return row.list('media').map((name, index) => ({ name: name.slice(0, 4000), altText: (alternatives[index] ?? '').slice(0, 10_000) }))
}

function readRow(row: RowFields, layout: ScheduleLayout, options: TimeOptions, report: Report) {
  const content = contentOf(row)
  const media = mediaOf(row)
  const places = placesOf(row, content.title)
  if (content.text === '' && content.title === '' && media.length === 0) report('', 'nothing-to-post', 'error', '')
  if (content.text.length > LONGEST_TEXT) report(row.first('text')?.column.header ?? '', 'text-too-long', 'error', content.text.slice(0, 80))
  for (const name of places.channelNames) report(row.first('channels')?.column.header ?? '', 'network-unknown', 'note', name.slice(0, 80))
  const type = row.first('postType')
  const postType = type ? postTypeNamed(type.value) : undefined
  if (type && !postType) report(type.column.header, 'type-unknown', 'note', type.value.slice(0, 80))
  const found = readPlanned(row, options, report)
  const draft: ScheduleDraft = {
    line: row.line,
    foreignKey: row.text('key').slice(0, 300),
    ...content,
    labels: splitLabels(row.list('labels'), places).slice(0, 50),
    media: media.slice(0, 50),
    ...places,
    status: statusOf(row, layout.status, report),
    postType: postType ?? null,
    planned: found?.planned ?? null
  }
  return { draft, found }
}

/** Reads the rows of a recognized table as posts. What cannot be read is reported by line and column; nothing is guessed. */
export function readSchedule(table: SourceTable, layout: ScheduleLayout, options: ReadScheduleOptions): ReadPlan {
  const rows = rowsOf(table, layout)
  const { order, questions } = findOrder(rows, layout, options.order)
  const plan: ReadPlan = { drafts: [], problems: [], facts: emptyFacts(table, layout), orderQuestions: questions }
  for (const source of rows) {
    const row = new RowFields(source, layout)
    // What was put away over there is no plan any more.
    if (isYes(row.text('archived'))) {
      plan.facts.archived += 1
      continue
    }
    const found: RowProblem[] = []
    const report: Report = (column, code, severity, value) => found.push({ line: source.line, column, code, severity, value })
    const read = readRow(row, layout, { ...options, order }, report)
    noteFacts(plan.facts, row, read)
    plan.problems.push(...found)
    if (!found.some(({ severity }) => severity === 'error')) plan.drafts.push(read.draft)
  }
  return plan
}
