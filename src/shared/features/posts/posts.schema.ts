import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { id, instant } from '../../contract/base'
import { isDate } from '../../time'

/** A day of the calendar, `2026-11-22`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isDate, 'is no day of the calendar')
/** What the clock on the wall shows, `09:00`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Where the clock shows a time twice, the earlier or later one; where it skips one, the side of the gap to go to. */
export const timePick = z.enum(['earlier', 'later'])

/** A planned time as people say it: a wall clock in a zone. Without a zone, the zone of the client. */
export const plannedInput = z.object({ date: day, time: clockTime, zone: z.string().min(1).max(64).optional(), pick: timePick.optional() })
export const plannedTime = z.object({ date: z.string(), time: z.string(), zone: z.string(), pick: timePick, instant })
export type PlannedInput = z.infer<typeof plannedInput>
export type PlannedTime = z.infer<typeof plannedTime>

export const postStage = z.enum(['idea', 'post'])
export const ideaColumn = z.enum(['inbox', 'shaping', 'ready'])

/** What is stored. `due` and `overdue` are not: they follow from the time, see `variantStatus`. */
export const variantState = z.enum([
  'draft', 'in-review', 'changes-requested', 'approved', 'scheduled', 'handed-over', 'published', 'missed', 'archived'
])
export type VariantState = z.infer<typeof variantState>
/** What is shown. */
export const variantStatus = z.enum([...variantState.options, 'due', 'overdue'])
export type VariantStatus = z.infer<typeof variantStatus>

export const postFormat = z.enum([
  'feed', 'carousel', 'story', 'reel', 'short', 'video', 'document', 'pin', 'thread', 'article', 'update', 'status', 'message'
])
export type PostFormat = z.infer<typeof postFormat>

export const postMedia = z.object({
  assetId: id,
  /** Null: the alternative text of the asset. */
  altText: z.string().max(10_000).nullable(),
  asset: z.object({
    title: z.string(),
    fileName: z.string(),
    altText: z.string(),
    format: z.string(),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    frames: z.int(),
    focal: z.object({ x: z.number(), y: z.number() }),
    placeholder: z.string(),
    thumbnailUrl: z.string(),
    trashed: z.boolean()
  })
})
export type PostMedia = z.infer<typeof postMedia>

/** Format fields such as `title`, `description`, `contentWarning`, `cta`, `coverSecond`; never published unless the format has them. */
export const formatFields = z.record(z.string().max(60), z.string().max(100_000))

/** A post as it goes out on one channel. Null where it inherits from the post. */
export const variant = z.object({
  id,
  postId: id,
  channelId: id,
  network: networkIdSchema,
  voiceId: id.nullable(),
  format: postFormat,
  text: z.string().nullable(),
  link: z.string().nullable(),
  firstComment: z.string().nullable(),
  /** Parts of a thread cut by hand; null: cut by rule. */
  parts: z.array(z.string()).nullable(),
  fields: formatFields,
  /** Null: the media of the post. */
  media: z.array(postMedia).nullable(),
  state: variantState,
  stateNote: z.string(),
  /** True when it has a time of its own; `planned` is the effective time either way. */
  ownTime: z.boolean(),
  planned: plannedTime.nullable(),
  snoozedUntil: instant.nullable(),
  handedOverAt: instant.nullable(),
  publishedAt: instant.nullable(),
  publishedBy: z.string(),
  permalink: z.string()
})
export type Variant = z.infer<typeof variant>

export const checkStep = z.object({ id, text: z.string().max(500), owner: z.string().max(120), dueOn: day.nullable(), done: z.boolean() })

export const post = z.object({
  id,
  stage: postStage,
  ideaColumn,
  title: z.string(),
  text: z.string(),
  link: z.string(),
  firstComment: z.string(),
  /** BCP 47; empty: the client's first language. */
  language: z.string(),
  campaignId: id.nullable(),
  pillarId: id.nullable(),
  owner: z.string(),
  labels: z.array(z.string()),
  /** Never published. */
  notes: z.string(),
  sources: z.string(),
  checklist: z.array(checkStep),
  media: z.array(postMedia),
  planned: plannedTime.nullable(),
  seriesId: id.nullable(),
  seriesOn: day.nullable(),
  recycleOf: id.nullable(),
  /** The template that it was written from, whose locked parts it keeps. */
  templateId: id.nullable(),
  variants: z.array(variant),
  createdAt: instant,
  updatedAt: instant,
  trashedAt: instant.nullable()
})
export type Post = z.infer<typeof post>

/** Characters of a text that lists hold; one that long may go on. */
export const SUMMARY_EXCERPT = 280

/** A post in a list: enough for a row, a card or a tile. */
export const postSummary = z.object({
  id,
  stage: postStage,
  ideaColumn,
  title: z.string(),
  /** The first `SUMMARY_EXCERPT` characters of its text. */
  excerpt: z.string(),
  link: z.string(),
  campaignId: id.nullable(),
  pillarId: id.nullable(),
  owner: z.string(),
  labels: z.array(z.string()),
  planned: plannedTime.nullable(),
  thumbnailUrl: z.string().nullable(),
  mediaCount: z.int(),
  seriesId: id.nullable(),
  variants: z.array(
    z.object({ id, channelId: id, network: networkIdSchema, format: postFormat, state: variantState, planned: plannedTime.nullable(), permalink: z.string() })
  ),
  position: z.number(),
  updatedAt: instant,
  trashedAt: instant.nullable()
})
export type PostSummary = z.infer<typeof postSummary>
