import type { InboxRow } from '@shared/features/inbox/inbox.schema'
import type { CsvCell } from '@shared/tables/write-csv'

/** A conversation as a line to calculate with: instants in UTC. */
export const inboxColumns: Readonly<Record<string, (row: InboxRow) => CsvCell>> = {
  network: ({ network }) => network,
  channel: ({ channelName }) => channelName,
  kind: ({ kind }) => kind,
  person: ({ person }) => person.name || person.key,
  title: ({ title }) => title,
  excerpt: ({ excerpt }) => excerpt,
  type: ({ type }) => type.value,
  sentiment: ({ sentiment }) => sentiment.value,
  priority: ({ priority }) => priority.value,
  state: ({ state }) => state,
  assignee: ({ assignee }) => assignee,
  labels: ({ labels }) => labels.join('; '),
  language: ({ language }) => language,
  messages: ({ messages }) => messages,
  last_received_at: ({ lastInAt }) => lastInAt,
  last_answered_at: ({ lastOutAt }) => lastOutAt,
  waiting_since: ({ waitingSince }) => waitingSince,
  due_at: ({ clock }) => clock.dueAt,
  clock: ({ clock }) => clock.state,
  post: ({ post }) => post?.title ?? '',
  post_link: ({ post }) => post?.permalink ?? '',
  post_published_at: ({ post }) => post?.publishedAt ?? null,
  conversation: ({ id }) => id
}
