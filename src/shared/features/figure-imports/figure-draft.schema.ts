import { z } from 'zod'
import { id, instant } from '../../contract/base'
import { fileFacts, refusedFile } from '../imports/imports.contract'
import { subjectKinds } from '../figures/figure-columns'
import { skipReasons } from '../figures/figure-reader'

/** `YYYY-MM-DD`; empty where there is none. */
const dayOrNone = z.string()
const dateOrder = z.enum(['dmy', 'mdy'])

/** Where a table stands: the place of its file among those given, the name inside an archive, the sheet. */
export const tablePlace = z.object({ file: z.int(), name: z.string(), entry: z.string().nullable(), sheet: z.string() })
export type TablePlace = z.infer<typeof tablePlace>

/** What a person answered about one table, or about all that ask. */
const readingAnswer = z.object({
  order: dateOrder.optional(),
  /** Year of the newest date in a table whose dates have none. */
  year: z.int().min(1990).max(2200).optional(),
  network: z.string().max(40).optional(),
  period: z.union([z.object({ from: z.string().max(10), to: z.string().max(10) }), z.literal('lifetime')]).optional()
})

export const figureAnswers = z.object({
  /** Which channel an account of the files is, by `source` of the question. Null: none of the client's. Remembered at commit. */
  channels: z.array(z.object({ source: z.string().max(400), channelId: id.nullable() })).max(200).default([]),
  tables: z.array(readingAnswer.extend({ file: z.int().min(0), entry: z.string().nullable(), sheet: z.string() })).max(2000).default([]),
  /** For every table that asks and is not named above. */
  all: readingAnswer.default({})
})
export type FigureReadAnswers = z.infer<typeof figureAnswers>

export const accountOrigins = ['answered', 'remembered', 'name', 'only', 'none', 'asked'] as const

export const figureAccount = z.object({
  network: z.string(),
  /** As the file names it; both may be empty. */
  key: z.string(),
  name: z.string(),
  /** What an answer about it is given to and remembered by. */
  source: z.string(),
  channelId: id.nullable(),
  /** How the channel was found: `name` by its name or handle, `only` it is the one channel of the network, `none` there is none to ask about, `asked` not known yet. */
  origin: z.enum(accountOrigins),
  rows: z.int()
})
export type FigureAccount = z.infer<typeof figureAccount>

/** A table that was recognized, and what it comes to. */
export const figureTable = tablePlace.extend({
  container: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  format: z.string(),
  /** A person mapped it. */
  mapped: z.boolean(),
  /** 0 to 1. */
  score: z.number(),
  /** Headers that told the format. */
  matched: z.array(z.string()),
  /** As scripts know it: `instagram`, `google_ads`, `meta`. */
  platform: z.string(),
  network: z.string().nullable(),
  kind: z.string(),
  /** Null: words and no figures; nothing of it is stored here. */
  subject: z.enum(subjectKinds).nullable(),
  accounts: z.array(figureAccount),
  measuredAt: instant,
  rows: z.int(),
  from: dayOrNone,
  to: dayOrNone,
  /** By the names of the file formats; reach and the like as well, as a check. */
  sums: z.record(z.string(), z.number()),
  facts: fileFacts,
  /** The first 1000; how many there are of each is in `skippedCounts`. */
  skipped: z.array(z.object({ line: z.int(), reason: z.enum(skipReasons) })),
  skippedCounts: z.partialRecord(z.enum(skipReasons), z.int()),
  /** Headers that nobody knows yet; their cells are kept. */
  unknownColumns: z.array(z.object({ header: z.string(), key: z.string(), samples: z.array(z.string()) })),
  /** Figures against those that count now: not known before, known otherwise, known alike (or known newer). */
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** The same file, byte by byte, came before and stands. */
  known: z.object({ importId: id, at: instant }).nullable()
})
export type FigureTable = z.infer<typeof figureTable>

const ofTable = { table: z.int(), required: z.boolean() }

/** Without answers to those that are required nothing is committed. `table` is a place in `tables`. */
export const figureQuestion = z.discriminatedUnion('kind', [
  /** Whose account it is: one question an account, whatever the number of tables. */
  z.object({ kind: z.literal('channel'), required: z.boolean(), source: z.string(), network: z.string(), name: z.string(), channelIds: z.array(id), tables: z.array(z.int()), rows: z.int() }),
  z.object({ kind: z.literal('date-order'), ...ofTable, column: z.string(), examples: z.array(z.string()) }),
  z.object({ kind: z.literal('year'), ...ofTable, column: z.string(), first: z.string(), last: z.string(), suggested: z.int().nullable() }),
  z.object({ kind: z.literal('network'), ...ofTable, options: z.array(z.string()) }),
  /** Not required: taken as what counts until the file was made. */
  z.object({ kind: z.literal('period'), ...ofTable })
])
export type FigureImportQuestion = z.infer<typeof figureQuestion>

/** A table that nobody knows yet, for the dialog that maps it. */
export const unknownTable = tablePlace.extend({
  headerLine: z.int(),
  /** What the layout is remembered by. */
  signature: z.string(),
  columns: z.array(z.object({ index: z.int(), header: z.string(), key: z.string(), samples: z.array(z.string()) }))
})
export type UnknownTable = z.infer<typeof unknownTable>

export const figureTotals = z.object({
  files: z.int(), tables: z.int(), rows: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), skipped: z.int()
})

export const figureDraft = z.object({
  draftId: id,
  tables: z.array(figureTable),
  refused: z.array(refusedFile),
  questions: z.array(figureQuestion),
  unknown: z.array(unknownTable),
  /** Tables that hold planned posts: they go to the import of plans. */
  plans: z.array(tablePlace.extend({ format: z.string() })),
  totals: figureTotals
})
export type FigureImportDraft = z.infer<typeof figureDraft>
