import type { ConversationKind } from '../inbox.schema'

/** A message as a file has it, before it is known whose it is. */
export interface RawMessage {
  /** What holds messages of one conversation together in this format. */
  thread: string
  title: string
  kind: ConversationKind
  author: string
  /** How files know the author beside the name: a handle, a number, an address of a profile. Empty where they have the name alone. */
  authorId: string
  /** `out`: surely the client's own; `in`: surely not; undefined where the author tells. */
  direction?: 'in' | 'out'
  text: string
  /** UTC with milliseconds. */
  sentAt: string
  link: string
  /** Of the message on its network; empty where the file tells none. */
  id: string
  attachments: string[]
}

/** `system`: a line of the network, such as "liked a message"; `skipped`: no time or no content. */
export type RowReading = RawMessage | 'system' | 'skipped'

export type Cells = (column: string) => string

/** Tables of one format, and how their rows read. */
export interface MessageFormat {
  id: string
  network: string
  kind: 'messages' | 'own_comments' | 'notification'
  /** Name that the reader of archives gave the table; undefined for CSV, which is known by its headers. */
  table?: string
  headers: readonly string[]
  read(cell: Cells): RowReading
}

/**
 * An instant out of the spellings of exports: ISO, `2021-06-15 16:37:00 UTC`, without a zone (UTC), and with the odd
 * `2024-010-14` of YouTube. Empty where it is none.
 */
export function instantOfText(text: string): string {
  const found = /^(\d{4})-0*(\d{1,2})-0*(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(text.trim())
  if (!found) return ''
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', part = '', zone = 'Z'] = found
  const offset = zone === 'UTC' || zone === 'Z' ? 'Z' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  const read = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour}:${minute}:${second}${part.slice(0, 4)}${offset}`)
  return Number.isNaN(read.getTime()) ? '' : read.toISOString()
}
