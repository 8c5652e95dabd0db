import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, operation } from '../../contract/base'
import { clockTime, plannedInput, timePick } from '../posts/posts.schema'
import { rowProblemCodes } from './schedule-draft'
import { columnTarget, importedStatuses } from './schedule-fields'

const files = z.array(z.string()).min(1).max(500)

/** Where a person says that a column goes; `key` is the header without case, signs and odd spaces. */
export const columnMapping = z.object({ format: z.string().max(40), key: z.string().max(300), header: z.string().max(300), target: columnTarget })
export type ColumnMapping = z.infer<typeof columnMapping>

export const dateOrder = z.enum(['dmy', 'mdy'])

/** What a person answered to a preview. */
export const scheduleOptions = z.object({
  /** Which comes first in dates that no row settles. */
  order: dateOrder.nullable().default(null),
  /** Zone of times that say none; left out: that of the client. */
  zone: z.string().max(64).optional(),
  /** For posts that have a day and no time. */
  defaultTime: clockTime.default('09:00'),
  /** Which of two instants is meant at a change of the clock; null: the time after a gap, the first of two. */
  pick: timePick.nullable().default(null),
  mapping: z.array(columnMapping).max(500).default([]),
  /** Which channel a network or a name in the file means; null leaves it out. */
  channels: z.array(z.object({ name: z.string().max(200), channelId: id.nullable() })).max(200).default([]),
  /** Where posts go whose file names no channel. */
  defaultChannelIds: z.array(id).max(50).default([]),
  /** Overrides what the layout makes of posts without a status. */
  status: z.enum(['draft', 'scheduled']).nullable().default(null)
})
export type ScheduleOptions = z.infer<typeof scheduleOptions>

export const rowProblem = z.object({
  line: z.int(),
  column: z.string(),
  code: z.enum(rowProblemCodes),
  /** An error keeps the row out. */
  severity: z.enum(['error', 'note']),
  value: z.string()
})

/** Facts of a file that scripts compare; numbers and texts, named as in the file formats they come from. */
export const fileFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown()), z.record(z.string(), z.unknown())]))

/** A table that was found in a file: one file may hold several. */
export const readTable = z.object({
  /** Place among the files that were given. */
  file: z.int(),
  name: z.string(),
  /** Name inside an archive; null for the file itself. */
  entry: z.string().nullable(),
  /** Sheet, board or calendar; empty where there is none. */
  sheet: z.string(),
  container: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** `spreadsheet` where no tool was recognized; its name is empty then. */
  format: z.object({ id: z.string(), name: z.string() }),
  /** 0 to 1. */
  score: z.number(),
  /** Headers that told the format. */
  matched: z.array(z.string()),
  columns: z.array(
    z.object({
      index: z.int(),
      header: z.string(),
      key: z.string(),
      target: columnTarget.nullable(),
      source: z.enum(['format', 'words', 'person', 'none']),
      /** The first values that stand in it. */
      samples: z.array(z.string()),
      filled: z.int()
    })
  ),
  rows: z.int(),
  facts: fileFacts
})
export type ReadTable = z.infer<typeof readTable>

/** A file, or a part of one, that could not be read. */
export const refusedFile = z.object({
  file: z.int(),
  name: z.string(),
  entry: z.string().nullable(),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })
})

export const scheduleQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date-order'), file: z.int(), column: z.string(), doubt: z.enum(['tied', 'mixed']), example: z.string(), rows: z.int() }),
  /** A network with several channels, or a name that is no network. `chosen` undefined: not answered. */
  z.object({
    kind: z.literal('channel'), name: z.string(), network: networkIdSchema.nullable(), channelIds: z.array(id), rows: z.int(), chosen: id.nullable().optional()
  }),
  /** Rows that name no channel at all. */
  z.object({ kind: z.literal('default-channels'), rows: z.int() })
])
export type ScheduleQuestion = z.infer<typeof scheduleQuestion>

export const scheduleItem = z.object({
  table: z.int(),
  line: z.int(),
  /** `same`: came before and says the same. `changed`: came before and says something else. */
  status: z.enum(['new', 'same', 'changed', 'error']),
  title: z.string(),
  /** The first 280 characters. */
  excerpt: z.string(),
  planned: plannedInput.nullable(),
  state: z.enum(importedStatuses),
  networks: z.array(networkIdSchema),
  channelIds: z.array(id),
  labels: z.array(z.string()),
  media: z.array(z.object({ name: z.string(), assetId: id.nullable() })),
  postId: id.nullable(),
  /** What a changed row says otherwise. */
  changes: z.array(z.string()),
  problems: z.array(rowProblem)
})
export type ScheduleItem = z.infer<typeof scheduleItem>

const totals = z.object({ rows: z.int(), new: z.int(), same: z.int(), changed: z.int(), error: z.int(), missingMedia: z.array(z.string()) })

export const schedulePreview = z.object({
  tables: z.array(readTable),
  refused: z.array(refusedFile),
  questions: z.array(scheduleQuestion),
  items: z.array(scheduleItem),
  totals
})
export type SchedulePreview = z.infer<typeof schedulePreview>

const reading = ['not-found.file-token', 'validation.zone'] as const

export const importsContract = {
  /** What files are and hold, without a client: format, rows, period, figures. Nothing is stored. */
  detect: operation('query', 'not-found.file-token')
    .input(z.object({ files }))
    .output(z.object({ tables: z.array(readTable), refused: z.array(refusedFile) })),
  /** Reads planned posts from files and says what each row would become. Nothing is stored. */
  previewSchedule: clientOperation('query', ...reading)
    .input(clientScope.extend({ files, options: scheduleOptions.prefault({}) }))
    .output(schedulePreview),
  /**
   * Does what the preview with the same files and options says: all of it in one step, or nothing. `expect` are the totals
   * that were shown; where files or posts changed since, `conflict.import-changed` asks to look again.
   */
  commitSchedule: clientOperation('command', ...reading, 'conflict.client-archived', 'conflict.import-changed', 'validation.nothing-selected')
    .input(clientScope.extend({ files, options: scheduleOptions.prefault({}), expect: z.object({ new: z.int(), changed: z.int() }) }))
    .output(z.object({ importId: id, added: z.int(), changed: z.int(), postIds: z.array(id) })),
  /** Columns that a person said the place of. */
  listMappings: clientOperation('query').input(clientScope).output(z.object({ mappings: z.array(columnMapping) })),
  /** Takes over the columns of a colleague; what is known already is replaced. */
  addMappings: clientOperation('command', 'conflict.client-archived')
    .input(clientScope.extend({ mappings: z.array(columnMapping).min(1).max(500) }))
    .output(z.object({ changed: z.int() })),
  removeMapping: clientOperation('command', 'conflict.client-archived')
    .input(clientScope.extend({ format: z.string(), key: z.string() }))
    .output(done)
}
