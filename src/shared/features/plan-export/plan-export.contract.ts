import { z } from 'zod'
import { clientOperation, clientScope, id, jobStarted } from '../../contract/base'
import { day } from '../posts/posts.schema'
import { destination } from '../renditions/renditions.contract'

/**
 * `csv` and `xlsx` hold everything in the app's own layout, which it reads back. `ics` is for calendars. `month` is a page a
 * month, `list` one entry a post, both PDF. The rest are the forms that other planners take, a file a channel.
 */
export const planFormat = z.enum(['csv', 'xlsx', 'ics', 'month', 'list', 'buffer', 'hootsuite', 'meta'])
export type PlanFormat = z.infer<typeof planFormat>

/** How a Hootsuite form writes its days; it is chosen again when the file is uploaded. */
export const dayOrder = z.enum(['month-first', 'day-first'])

/** What a person should know of a file: rows left out and the like. Sentences in `planExport.note.*`. */
export const planNote = z.object({ kind: z.enum(['past', 'pictures-apart', 'minutes', 'no-template']), count: z.int() })
export type PlanNote = z.infer<typeof planNote>

export const planExportContract = {
  /** Writes what is planned from one day to another, both included, in the formats chosen. The forms of other planners hold nothing that an incident froze. */
  make: clientOperation('job', 'validation.days', 'validation.nothing-planned', 'validation.destination', 'not-found.channel', 'not-found.file-token', 'conflict.post-frozen')
    .input(
      clientScope.extend({
        fromDay: day,
        toDay: day,
        formats: z.array(planFormat).min(1).max(planFormat.options.length),
        /** None: all channels, and posts without a channel too. */
        channelIds: z.array(id).max(200).default([]),
        dayOrder: dayOrder.default('month-first'),
        destination: destination.default({ kind: 'default' })
      })
    )
    .output(jobStarted),
  report: clientOperation('query', 'not-found.job')
    .input(clientScope.extend({ jobId: id }))
    .output(
      z.object({
        jobId: id,
        folder: z.string(),
        fromDay: day,
        toDay: day,
        files: z.array(
          z.object({
            format: planFormat,
            name: z.string(),
            /** Absolute; null until it is made, and where it failed. */
            path: z.string().nullable(),
            /** Signed address to fetch it by; null where it is not there. */
            url: z.string().nullable(),
            rows: z.int(),
            bytes: z.int(),
            notes: z.array(planNote),
            error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
          })
        )
      })
    )
}
