import type { SourceRow } from '../tables/source-table'

/** What kind of file it turned out to be, by its bytes. */
export type Container = 'csv' | 'xlsx' | 'xls' | 'json' | 'ics' | 'zip' | 'car' | 'mail' | 'mbox'

export interface ReadRequest {
  path: string
  /** The name the person knows the file by; never used to tell what is in it. */
  name: string
}

/** Codes of everything that can go wrong while a file is read; sentences in `i18n/en/imports.ts`. */
export const PARSE_ERROR_CODES = [
  'unsupported.import-kind',
  'unsupported.import-size',
  'unsupported.import-encrypted',
  'unsupported.import-bomb',
  'unsupported.import-depth',
  'unsupported.import-doctype',
  'corrupt.import',
  'unavailable.parse-file',
  'unavailable.parse-process',
  'unavailable.parse-timeout',
  'cancelled.parse',
  'internal.parse'
] as const
export type ParseErrorCode = (typeof PARSE_ERROR_CODES)[number]

export interface ParseFailure {
  code: ParseErrorCode
  data: Record<string, string | number>
}

/** A file in the order in which it is told of: what it is, then its tables, each followed by its rows. */
export type ReadEvent =
  /** `entry` is the name inside an archive; null for the file itself. `encoding` and `delimiter` are of CSV. */
  | { kind: 'file'; entry: string | null; container: Container; encoding: string | null; delimiter: string | null }
  | { kind: 'table'; name: string; shape: TableShape }
  | { kind: 'rows'; rows: SourceRow[] }
  /** One file of an archive could not be read; the others go on. */
  | { kind: 'refused'; entry: string; error: ParseFailure }

/** `grid` as it stood in the file; `items` one kind of thing of an archive, named after it; the others were laid out as a table with a header row by the reader. */
export type TableShape = 'grid' | 'trello' | 'ics' | 'records' | 'items'

/** Core to parse process. `more` lets one further batch of rows come. */
export type ParseRequest = { id: string; kind: 'read'; request: ReadRequest } | { id: string; kind: 'more' }

/** Parse process to core. Each request ends with one of `done` and `failed`. */
export type ParseReply =
  | { kind: 'ready' }
  | { id: string; kind: 'event'; event: ReadEvent }
  | { id: string; kind: 'done' }
  | { id: string; kind: 'failed'; error: ParseFailure }

/** Batches of rows that may be under way before the reader waits for `more`. */
export const BATCHES_AHEAD = 4
