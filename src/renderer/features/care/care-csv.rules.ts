import type { CareRow } from '@shared/features/care/care-report.schema'
import type { CsvCell } from '@shared/tables/write-csv'

const minutes = (ms: number): number => Math.round(ms / 6000) / 10

/** Rows as lines to calculate with: instants in UTC, times in minutes. */
export const careCsv = (rows: readonly CareRow[]): CsvCell[][] => [
  ['figure', 'outcome', 'network', 'channel', 'type', 'sentiment', 'answered_by', 'author', 'message', 'received_at', 'answered_at', 'due_at', 'open_minutes', 'elapsed_minutes', 'target_minutes', 'conversation'],
  ...rows.map((row) => [
    row.figure, row.outcome, row.network, row.channelName, row.type, row.sentiment, row.by, row.author, row.excerpt, row.from, row.to, row.dueAt, minutes(row.openTime), minutes(row.elapsed), row.targetMinutes, row.conversationId
  ])
]
