import type { SourceTable } from '../../tables/source-table'
import type { RowFields } from './schedule-cells'
import type { ScheduleLayout } from './schedule-detect'
import type { ScheduleDraft, ScheduleFacts } from './schedule-draft'
import type { FoundTime } from './schedule-time'

export function emptyFacts(table: SourceTable, layout: ScheduleLayout): ScheduleFacts {
  return {
    rows: 0,
    date_from: null,
    date_to: null,
    header_line_record: table.shape === 'grid' ? layout.headerIndex + 1 : 0,
    columns_in_file: Math.max(...table.rows.slice(0, 100).map(({ cells }) => cells.length), 0),
    with_image: 0,
    with_link: 0,
    media_urls: 0,
    comments: 0,
    without_date: 0,
    all_day: 0,
    archived: 0,
    drafts: 0,
    per_network: {},
    labels: [],
    lists: []
  }
}

function noteNames(names: string[], more: readonly string[]): void {
  for (const name of more) if (!names.includes(name) && names.length < 100) names.push(name)
}

/** Counts one row into the facts of its file. */
export function noteFacts(facts: ScheduleFacts, row: RowFields, { draft, found }: { draft: ScheduleDraft; found: FoundTime | undefined }): void {
  facts.rows += 1
  if (draft.media.length > 0) facts.with_image += 1
  facts.media_urls += draft.media.length
  if (draft.link !== '') facts.with_link += 1
  facts.comments += row.list('firstComment').length > 1 ? row.slots('firstComment').filter(Boolean).length : Number(draft.firstComment !== '')
  if (draft.status === 'draft') facts.drafts += 1
  if (found?.allDay) facts.all_day += 1
  for (const header of row.flagHeaders()) facts.per_network[header] = (facts.per_network[header] ?? 0) + 1
  noteNames(facts.labels, draft.labels)
  noteNames(facts.lists, row.first('status') ? [row.text('status')] : [])
  const text = found?.text ?? null
  if (text === null) facts.without_date += 1
  else {
    if (facts.date_from === null || text < facts.date_from) facts.date_from = text
    if (facts.date_to === null || text > facts.date_to) facts.date_to = text
  }
}
