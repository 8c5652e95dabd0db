import type { KnowledgeEntry, SavedReply } from '@shared/features/replies/replies.schema'
import type { CsvCell } from '@shared/tables/write-csv'

export const replyColumns: Readonly<Record<string, (reply: SavedReply) => CsvCell>> = {
  title: ({ title }) => title,
  text: ({ text }) => text,
  language: ({ language }) => language,
  tone: ({ tone }) => tone
}

export const knowledgeColumns: Readonly<Record<string, (entry: KnowledgeEntry) => CsvCell>> = {
  title: ({ title }) => title,
  text: ({ text }) => text,
  source: ({ source }) => source,
  link: ({ link }) => link,
  checked_on: ({ checkedOn }) => checkedOn,
  language: ({ language }) => language
}
