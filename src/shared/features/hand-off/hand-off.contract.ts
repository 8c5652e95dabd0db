import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, instant, jobStarted } from '../../contract/base'
import { clockTime, day, plannedTime, postFormat, timePick, variantState } from '../posts/posts.schema'
import { destination } from '../renditions/renditions.contract'

/** What a publish pack is made of: a post, several posts, the days from one to another (both included), or single variants. */
export const packScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), postId: id }),
  z.object({ kind: z.literal('posts'), postIds: z.array(id).min(1).max(2000) }),
  z.object({ kind: z.literal('days'), fromDay: day, toDay: day }),
  z.object({ kind: z.literal('variants'), variantIds: z.array(id).min(1).max(2000) })
])
export type PackScope = z.infer<typeof packScope>

/**
 * What a person has to see to before a variant can go out. Sentences in `handOff.problem.*`. `render` is a picture that could
 * not be made, with its own code in `data.code`.
 */
export const packProblemKind = z.enum([
  'no-media', 'no-text', 'asset-trashed', 'too-many-media', 'cover-only', 'document-pages', 'not-ready', 'unplanned', 'render', 'video-as-is'
])
export type PackProblemKind = z.infer<typeof packProblemKind>
export const packProblem = z.object({
  kind: packProblemKind,
  /** True for what keeps the post from being published; the rest is good to know. */
  severe: z.boolean(),
  data: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type PackProblem = z.infer<typeof packProblem>

/** `title`, `text`, `part` (of a thread), `link`, `alt` (of a picture), `first-comment`, or `field` of the format by its `name`. */
export const outgoingKind = z.enum(['title', 'text', 'part', 'link', 'alt', 'field', 'first-comment'])
/** One text to copy. `n` counts parts and pictures from 1; it is 0 where there is one only. */
export const outgoingField = z.object({ key: z.string(), kind: outgoingKind, name: z.string(), n: z.int(), value: z.string() })
export type OutgoingField = z.infer<typeof outgoingField>

/** As it came: nothing is drawn into a video. */
const video = z.object({
  assetId: id,
  fileName: z.string(),
  title: z.string(),
  bytes: z.int(),
  /** Null where no program could read it. */
  seconds: z.number().nullable(),
  thumbnailUrl: z.string(),
  downloadUrl: z.string()
})

const picture = z.object({
  assetId: id,
  fileName: z.string(),
  title: z.string(),
  altText: z.string(),
  placementId: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnailUrl: z.string(),
  /** Address of the picture at the size and format of its placement; null where it cannot be made. */
  downloadUrl: z.string().nullable()
})

export const outgoingPost = z.object({
  clientId: id,
  postId: id,
  variantId: id,
  title: z.string(),
  network: networkIdSchema,
  channelName: z.string(),
  handle: z.string(),
  format: postFormat,
  state: variantState,
  stateNote: z.string(),
  planned: plannedTime.nullable(),
  clientZone: z.string(),
  snoozedUntil: instant.nullable(),
  handedOverAt: instant.nullable(),
  publishedAt: instant.nullable(),
  publishedBy: z.string(),
  permalink: z.string(),
  /** In the order in which a person fills the network's form. */
  fields: z.array(outgoingField),
  pictures: z.array(picture),
  videos: z.array(video),
  /** Lines that name who made what goes out, each once. */
  credits: z.array(z.string()),
  problems: z.array(packProblem),
  /** The network's page for a new post; null where none is known. */
  composeUrl: z.string().nullable(),
  /** The incident that holds it back. */
  frozen: z.object({ incidentId: id, title: z.string(), since: instant }).nullable()
})
export type OutgoingPost = z.infer<typeof outgoingPost>

const packedVariant = z.object({
  variantId: id,
  postId: id,
  title: z.string(),
  network: networkIdSchema,
  format: postFormat,
  /** Relative to the pack's folder. */
  folder: z.string(),
  files: z.int(),
  problems: z.array(packProblem)
})
export type PackedVariant = z.infer<typeof packedVariant>

export const snoozeFor = z.enum(['10-minutes', '1-hour', 'tomorrow'])
export type SnoozeFor = z.infer<typeof snoozeFor>

const changed = z.object({ changed: z.int() })

export const handOffContract = {
  /** Everything of one variant as it goes out, to be copied field by field. */
  get: clientOperation('query', 'not-found.variant').input(clientScope.extend({ variantId: id })).output(outgoingPost),
  /**
   * A folder with pictures, texts and a sheet that works without the app, and a zip of it when asked. What a single
   * variant lacks is listed in the report and stops nothing. What an incident froze is refused, or left away (`withoutFrozen`).
   */
  pack: clientOperation('job', 'not-found.post', 'not-found.variant', 'not-found.file-token', 'validation.days', 'validation.nothing-planned', 'validation.destination', 'conflict.post-frozen')
    .input(clientScope.extend({ scope: packScope, zip: z.boolean().default(false), withoutFrozen: z.boolean().default(false), destination: destination.default({ kind: 'default' }) }))
    .output(jobStarted),
  packReport: clientOperation('query', 'not-found.job')
    .input(clientScope.extend({ jobId: id }))
    .output(
      z.object({
        jobId: id,
        folder: z.string(),
        /** Absolute paths; null until they are made. */
        sheet: z.string().nullable(),
        zip: z.string().nullable(),
        /** Signed address of the archive; the sheet is a page of its own and is opened from the folder. */
        zipUrl: z.string().nullable(),
        totals: z.object({ posts: z.int(), variants: z.int(), pictures: z.int(), files: z.int(), bytes: z.int(), failed: z.int(), problems: z.int() }),
        variants: z.array(packedVariant)
      })
    ),
  /** Notes that a variant is out: where it can be seen, when it went out as the clock of the client's zone shows it, and by whom. */
  confirm: clientOperation(
    'command', 'not-found.variant', 'validation.permalink', 'validation.wall-time', 'validation.published-later', 'conflict.post-state', 'conflict.post-frozen', 'conflict.client-archived'
  )
    .input(
      clientScope.extend({
        variantId: id,
        /** Empty where the network gives none. */
        permalink: z.string().trim().max(4000).default(''),
        /** Now when left out. */
        at: z.object({ date: day, time: clockTime, pick: timePick.optional() }).optional(),
        by: z.string().trim().max(120).default('')
      })
    )
    .output(z.object({ permalink: z.string(), publishedAt: instant })),
  /** Holds back the reminder. The planned time stays, and overdue stays overdue. */
  snooze: clientOperation('command', 'not-found.variant', 'conflict.client-archived')
    .input(clientScope.extend({ variantIds: z.array(id).min(1).max(500), for: snoozeFor.nullable() }))
    .output(changed.extend({ until: instant.nullable() })),
  /** Asks the machine to open the network's page for a new post. Touches no client data. */
  openComposer: clientOperation('host', 'not-found.variant', 'unsupported.host-capability', 'unsupported.url', 'conflict.post-frozen')
    .input(clientScope.extend({ variantId: id }))
    .output(done)
}
