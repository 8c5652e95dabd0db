import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, instant, pageInput } from '../../contract/base'
import {
  checkStep, clockTime, day, formatFields, ideaColumn, plannedInput, post, postFormat, postStage, postSummary, timePick, variantState, variantStatus
} from './posts.schema'
import { versionFields } from './version-fields'

const longText = z.string().max(100_000)
const ids = z.array(id).min(1).max(10_000)
const mediaInput = z.array(z.object({ assetId: id, altText: z.string().max(10_000).nullable().default(null) })).max(50)
const target = z.object({ channelId: id, format: postFormat.default('feed'), voiceId: id.nullable().default(null) })
const changed = z.object({ changed: z.int() })

/** What belongs to the post itself. */
const content = {
  title: z.string().max(300),
  text: longText,
  link: z.string().max(4000),
  firstComment: longText,
  language: z.string().max(35),
  campaignId: id.nullable(),
  pillarId: id.nullable(),
  owner: z.string().max(120),
  labels: z.array(z.string().trim().min(1).max(80)).max(50),
  notes: longText,
  sources: longText,
  ideaColumn,
  /** Null lets go of the template, and of its locked parts. */
  templateId: id.nullable()
}
const partial = z.object(content).partial()

export const postFilter = z.object({
  /** Words looked for in title, texts, labels and notes; the last word may be unfinished. */
  search: z.string().max(200).optional(),
  stage: postStage.optional(),
  channelIds: z.array(id).max(200).optional(),
  networks: z.array(networkIdSchema).optional(),
  /** As shown, `due` and `overdue` among them. */
  statuses: z.array(variantStatus).optional(),
  pillarIds: z.array(id).optional(),
  campaignIds: z.array(id).optional(),
  labels: z.array(z.string()).optional(),
  owner: z.string().optional(),
  /** True: only posts without a time; false: only posts with one. */
  unplanned: z.boolean().optional(),
  assetId: id.optional(),
  trashed: z.boolean().default(false)
})
export type PostFilter = z.infer<typeof postFilter>
export const postSort = z.enum(['planned', 'updated', 'created', 'title', 'position'])

const writing = ['not-found.asset', 'not-found.campaign', 'not-found.pillar', 'conflict.client-archived'] as const
const timing = ['validation.zone', 'validation.wall-time'] as const

export const postsContract = {
  list: clientOperation('query')
    .input(clientScope.extend(postFilter.shape).extend(pageInput).extend({ sort: postSort.default('updated'), descending: z.boolean().default(true) }))
    .output(z.object({ total: z.int(), posts: z.array(postSummary) })),
  listIds: clientOperation('query').input(clientScope.extend(postFilter.shape)).output(z.object({ ids: z.array(id) })),
  get: clientOperation('query', 'not-found.post').input(clientScope.extend({ postId: id })).output(post),
  /** Numbers for badges and chips, and the labels in use. */
  counts: clientOperation('query')
    .input(clientScope)
    .output(
      z.object({
        ideas: z.int(), unplanned: z.int(), trashed: z.int(), statuses: z.record(z.string(), z.int()),
        labels: z.array(z.object({ name: z.string(), count: z.int() }))
      })
    ),
  create: clientOperation('command', 'not-found.channel', 'not-found.entry', ...writing, ...timing)
    .input(
      clientScope.extend(partial.shape).extend({
        stage: postStage.default('post'),
        planned: plannedInput.nullable().default(null),
        variants: z.array(target).max(50).default([]),
        media: mediaInput.default([])
      })
    )
    .output(post),
  /**
   * Changes what is named and leaves the rest. Changes of the same fields that follow each other are one step to undo.
   * Where text, link, first comment or media change, here or on a channel, an approval ends: the variant is in review again.
   * What is scheduled stays so. What was handed over or published keeps the words and media it went out with.
   */
  update: clientOperation('command', 'not-found.post', 'not-found.entry', ...writing)
    .input(clientScope.extend(partial.shape).extend({ postId: id }))
    .output(post),
  /** `variantId` null: the media of the post. `media` null: the variant shows those of the post again. */
  setMedia: clientOperation('command', 'not-found.post', 'not-found.variant', 'conflict.post-published', ...writing)
    .input(clientScope.extend({ postId: id, variantId: id.nullable().default(null), media: mediaInput.nullable() }))
    .output(post),
  setChecklist: clientOperation('command', 'not-found.post', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, steps: z.array(checkStep.extend({ id: id.optional() })).max(100) }))
    .output(post),
  addVariants: clientOperation('command', 'not-found.post', 'not-found.channel', 'not-found.entry', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, variants: z.array(target).min(1).max(50) }))
    .output(post),
  removeVariant: clientOperation('command', 'not-found.variant', 'conflict.post-published', 'conflict.client-archived')
    .input(clientScope.extend({ variantId: id }))
    .output(post),
  /** A null takes the variant back to what the post has. */
  updateVariant: clientOperation('command', 'not-found.variant', 'not-found.entry', 'conflict.post-published', 'conflict.client-archived')
    .input(
      clientScope.extend({
        variantId: id,
        text: longText.nullable().optional(),
        link: z.string().max(4000).nullable().optional(),
        firstComment: longText.nullable().optional(),
        parts: z.array(longText).max(100).nullable().optional(),
        fields: formatFields.optional(),
        format: postFormat.optional(),
        voiceId: id.nullable().optional()
      })
    )
    .output(post),
  /** One step along the states; a step that the states do not have is refused by name. A note is needed to ask for changes, a reason to miss. */
  setState: clientOperation('command', 'not-found.variant', 'conflict.post-state', 'conflict.post-frozen', 'validation.note-missing', 'validation.not-planned', 'conflict.client-archived')
    .input(clientScope.extend({ variantIds: ids, state: variantState, note: z.string().max(10_000).default('') }))
    .output(changed),
  /**
   * Sets or takes away the time of posts, or of single variants, which then have a time of their own (`inherit` gives it
   * up). What is handed over or published stays where it is. `validation.wall-time` asks for a `pick` in a gap or an overlap.
   */
  schedule: clientOperation('command', 'not-found.post', 'not-found.variant', 'conflict.post-published', ...timing, 'conflict.client-archived')
    .input(
      clientScope.extend({
        items: z
          .array(
            z.union([
              z.object({ postId: id, planned: plannedInput.nullable() }),
              z.object({ variantId: id, planned: plannedInput.nullable(), inherit: z.boolean().default(false) })
            ])
          )
          .min(1)
          .max(10_000)
      })
    )
    .output(changed),
  /** Moves posts by days and keeps the clock time of each. Published ones stay, and are counted. */
  shift: clientOperation('command', 'not-found.post', ...timing, 'conflict.client-archived')
    .input(clientScope.extend({ ids, days: z.int().min(-3660).max(3660), pick: timePick.optional() }))
    .output(changed.extend({ kept: z.int() })),
  /**
   * Gives posts another day, another clock time, or both; what is not named stays as each has it. Times that channels have of
   * their own move as many days along. Published posts stay, and so do those without a time that get only half of one; both are counted.
   */
  reschedule: clientOperation('command', 'not-found.post', ...timing, 'conflict.client-archived')
    .input(
      clientScope
        .extend({ ids, date: day.optional(), time: clockTime.optional(), pick: timePick.optional() })
        .refine(({ date, time }) => date !== undefined || time !== undefined, { error: 'date or time', path: ['date'] })
    )
    .output(changed.extend({ kept: z.int() })),
  updateMany: clientOperation('command', 'not-found.post', 'not-found.channel', 'not-found.entry', ...writing)
    .input(
      clientScope.extend({
        ids,
        pillarId: id.nullable().optional(),
        campaignId: id.nullable().optional(),
        owner: z.string().max(120).optional(),
        addLabels: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
        removeLabels: z.array(z.string()).max(50).default([]),
        addChannels: z.array(target).max(50).default([]),
        /** Published variants stay. */
        removeChannelIds: z.array(id).max(50).default([]),
        stage: postStage.optional(),
        ideaColumn: ideaColumn.optional()
      })
    )
    .output(changed),
  /** Copies as drafts without a time; with `planned`, all at that time, with `times` each at its own, in the order of the ids (copies by drag). */
  duplicate: clientOperation('command', 'not-found.post', ...timing, 'conflict.client-archived')
    .input(clientScope.extend({ ids, planned: plannedInput.nullable().default(null), times: z.array(plannedInput).max(1000).default([]) }))
    .output(z.object({ posts: z.array(post) })),
  /** The place among ideas: before `beforeId`, or last. */
  reorder: clientOperation('command', 'not-found.post', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, ideaColumn, beforeId: id.nullable().default(null) }))
    .output(changed),
  trash: clientOperation('command', 'not-found.post', 'conflict.client-archived').input(clientScope.extend({ ids })).output(changed),
  untrash: clientOperation('command', 'not-found.post', 'conflict.client-archived').input(clientScope.extend({ ids })).output(changed),
  emptyTrash: clientOperation('command', 'validation.input', 'conflict.client-archived')
    .input(clientScope.extend({ confirm: z.int() }))
    .output(done.extend({ removed: z.int() })),
  /** The post as it was after each change, newest first, from the change log. */
  versions: clientOperation('query', 'not-found.post')
    .input(clientScope.extend({ postId: id }).extend(pageInput))
    .output(
      z.object({
        total: z.int(),
        versions: z.array(z.object({ stepId: z.int(), at: instant, operation: z.string(), actor: z.string(), undone: z.boolean(), fields: z.array(z.enum(versionFields)) }))
      })
    ),
  getVersion: clientOperation('query', 'not-found.post', 'not-found.version')
    .input(clientScope.extend({ postId: id, stepId: z.int() }))
    .output(
      z.object({
        stepId: z.int(),
        at: instant,
        title: z.string(),
        text: z.string(),
        link: z.string(),
        firstComment: z.string(),
        notes: z.string(),
        sources: z.string(),
        variants: z.array(z.object({ variantId: id, channelId: id, text: z.string().nullable(), firstComment: z.string().nullable() }))
      })
    ),
  /** Takes the words of that version; states, times and media stay as they are now. */
  restoreVersion: clientOperation('command', 'not-found.post', 'not-found.version', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, stepId: z.int() }))
    .output(post)
}
