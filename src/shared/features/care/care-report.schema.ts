import { z } from 'zod'
import { clientScope, id, instant } from '../../contract/base'
import { compareTo, day } from '../analytics/analytics-scope'
import { conversationType, sentiment } from '../inbox/inbox.schema'

/**
 * Days in which something came in, both included, in the client's zone; what came of it later is counted too. A list that is
 * empty leaves nothing out.
 */
export const careScope = clientScope.extend({
  from: day,
  to: day,
  compare: compareTo.default({ kind: 'previous' }),
  channelIds: z.array(id).max(100).default([])
})
export type CareScope = z.infer<typeof careScope>

/**
 * `received`: conversations that began. `first`: from the first message to the first answer. `next`: from a later message to its
 * answer. `resolution`: from the first message to the last close. `criticism`: those that complain or are negative.
 */
export const careFigures = ['received', 'first', 'next', 'resolution', 'criticism'] as const
export const careFigure = z.enum(careFigures)
export type CareFigure = z.infer<typeof careFigure>

/**
 * `met`, `missed`: answered in time or not; also missed is who waits too long by now. `waiting`: not yet answered, and not late.
 * `closed`: without an answer. Of criticism and what was received: `answered`, else `waiting` or `closed`.
 */
export const careOutcomes = ['met', 'missed', 'waiting', 'closed', 'answered'] as const
export const careOutcome = z.enum(careOutcomes)
export type CareOutcome = z.infer<typeof careOutcome>

/** Times in ms of open time. Over the answers that were given; `n` is how many. Share met: `met / (met + missed)`. */
export const careMeasure = z.object({ n: z.int(), median: z.number().nullable(), p90: z.number().nullable(), met: z.int(), missed: z.int(), waiting: z.int(), closed: z.int() })
export type CareMeasure = z.infer<typeof careMeasure>

export const careFiguresOf = z.object({
  received: z.int(),
  first: careMeasure,
  next: careMeasure,
  resolution: careMeasure,
  criticism: z.object({ n: z.int(), answered: z.int() })
})
export type CareFigures = z.infer<typeof careFiguresOf>

export const careGroupings = ['channel', 'type', 'person'] as const
export const careGrouping = z.enum(careGroupings)
export type CareGrouping = z.infer<typeof careGrouping>

/** Key of a channel: its id, or `network:` and the network where no channel is known; of a type itself, empty where none is known; of a person the name, empty: nobody. */
const careGroup = z.object({ key: z.string(), network: z.string(), name: z.string(), figures: careFiguresOf })
export type CareGroup = z.infer<typeof careGroup>

export const careReport = z.object({
  period: z.object({ from: day, to: day }),
  compared: z.object({ from: day, to: day }).nullable(),
  grain: z.enum(['day', 'week', 'month']),
  zone: z.string(),
  /** False: around the clock. */
  hasHours: z.boolean(),
  targets: z.object({ firstMinutes: z.int(), resolutionMinutes: z.int() }),
  /** Channels with a target of their own. */
  ownTargets: z.int(),
  now: careFiguresOf,
  before: careFiguresOf.nullable(),
  /** Conversations of the days that are spam: in no figure but their own count. */
  spam: z.int(),
  groups: z.record(careGrouping, z.array(careGroup)),
  /** In order; `median` null where nothing was answered. */
  buckets: z.array(z.object({ bucket: day, received: z.int(), first: careMeasure, next: careMeasure })),
  /** Whether any conversation is known at all, in whatever days. */
  any: z.boolean()
})
export type CareReport = z.infer<typeof careReport>

/** Which rows a figure rests on. */
export const careRowsQuery = z.object({
  figure: careFigure,
  outcomes: z.array(careOutcome).max(5).default([]),
  by: careGrouping.optional(),
  /** Of `by`. */
  key: z.string().max(300).default(''),
  /** First day of a bucket. */
  bucket: day.optional(),
  /** Those of the days that are compared with. */
  before: z.boolean().default(false)
})
export type CareRowsQuery = z.infer<typeof careRowsQuery>

export const careRow = z.object({
  conversationId: id,
  figure: careFigure,
  network: z.string(),
  channelId: id.nullable(),
  channelName: z.string(),
  /** Who wrote, and the begin of the message: words of strangers. */
  author: z.string(),
  excerpt: z.string(),
  type: conversationType.nullable(),
  sentiment: sentiment.nullable(),
  /** Who answered, or whose it is; empty where nobody is known. */
  by: z.string(),
  from: instant,
  /** The answer, or the close; null while it waits. */
  to: instant.nullable(),
  dueAt: instant.nullable(),
  /** Until the answer, or until now; ms. */
  openTime: z.number(),
  elapsed: z.number(),
  targetMinutes: z.int().nullable(),
  outcome: careOutcome
})
export type CareRow = z.infer<typeof careRow>
