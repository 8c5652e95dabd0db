import type { NetworkId } from '../../channels/catalog.schema'
import type { PostFormat } from '../posts/posts.schema'
import type { ImportedStatus } from './schedule-fields'

/** What is wrong with a row, or worth knowing; sentences in `i18n/en/imports.ts` as `imports.problem.<code>`. */
export const rowProblemCodes = [
  'date-unreadable', 'date-impossible', 'date-order', 'time-unreadable', 'time-missing', 'time-gap', 'time-overlap', 'zone-unknown', 'nothing-to-post',
  'text-too-long', 'status-unknown', 'network-unknown', 'type-unknown', 'media-missing', 'media-remote', 'media-several', 'pillar-unknown', 'campaign-unknown',
  'channel-missing', 'channel-choice', 'value-damaged'
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

export interface RowProblem {
  /** Line of the file, or row of the sheet; of a board or calendar the number of the record. */
  line: number
  /** Header of the column; empty where it has none. */
  column: string
  code: RowProblemCode
  /** An error keeps the row out; a note does not. */
  severity: 'error' | 'note'
  /** The value as it stood there, cut. */
  value: string
}

export interface DraftMedia {
  /** File name or address as in the file. */
  name: string
  altText: string
}

/** A planned post as a file says it, before it meets the client's channels and assets. */
export interface ScheduleDraft {
  line: number
  /** What the other tool knows the post by. */
  foreignKey: string
  title: string
  text: string
  link: string
  firstComment: string
  notes: string
  owner: string
  pillar: string
  campaign: string
  labels: string[]
  media: DraftMedia[]
  networks: NetworkId[]
  /** Channels as named in the file, where the name is not of a network. */
  channelNames: string[]
  status: ImportedStatus
  postType: PostFormat | null
  planned: { date: string; time: string; zone: string; pick?: 'earlier' | 'later' } | null
}

export interface ReadPlan {
  drafts: ScheduleDraft[]
  problems: RowProblem[]
  facts: ScheduleFacts
  /** Columns whose day and month nothing settles. */
  orderQuestions: { column: string; doubt: 'tied' | 'mixed'; example: string }[]
}

/** Figures of a file, named as scripts know them. */
export interface ScheduleFacts {
  /** Rows that hold a post, those with errors among them; archived ones are not counted. */
  rows: number
  /** As in the file where that sorts, else `YYYY-MM-DD HH:MM`; null where no row has a date. */
  date_from: string | null
  date_to: string | null
  header_line_record: number
  columns_in_file: number
  with_image: number
  with_link: number
  media_urls: number
  comments: number
  without_date: number
  all_day: number
  archived: number
  drafts: number
  per_network: Record<string, number>
  labels: string[]
  lists: string[]
}
