import { z } from 'zod'
import { id, instant } from '../../contract/base'
import { plannedTime, variantState } from '../posts/posts.schema'

/** 1 is a grumble, 4 a fire. What each means is a text of the client. */
export const incidentLevel = z.int().min(1).max(4)
export const incidentState = z.enum(['open', 'calm', 'closed'])

export const entryKinds = ['event', 'decision', 'statement', 'contact', 'evidence', 'level'] as const
export const entryKind = z.enum(entryKinds)
export type EntryKind = z.infer<typeof entryKind>

/** What the app notes by itself; the sentences are `incidents.action.*`. Empty: a person wrote it. */
export const entryActions = ['', 'opened', 'level', 'frozen', 'freeze-ended', 'released', 'now', 'moved', 'dropped', 'overridden', 'calmed', 'reopened', 'closed', 'evidence'] as const
export const entryAction = z.enum(entryActions)
export type EntryAction = z.infer<typeof entryAction>

export const incidentEntry = z.object({
  id,
  kind: entryKind,
  action: entryAction,
  /** Figures of the action's sentence. */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
  author: z.string(),
  conversationId: id.nullable(),
  happenedAt: instant,
  createdAt: instant
})
export type IncidentEntry = z.infer<typeof incidentEntry>

export const incidentEvidence = z.object({
  id,
  conversationId: id.nullable(),
  action: z.enum(['closed', 'hidden', 'deleted', 'kept']),
  text: z.string(),
  author: z.string(),
  link: z.string(),
  picture: z.object({ assetId: id, thumbnailUrl: z.string(), alt: z.string() }).nullable(),
  seenAt: instant,
  reason: z.string(),
  createdAt: instant
})
export type IncidentEvidence = z.infer<typeof incidentEvidence>

const answer = z.string().max(10_000)
export const incidentReview = z.object({
  happened: answer.default(''),
  worked: answer.default(''),
  change: answer.default(''),
  policy: answer.default(''),
  /** The learning that it was written into; null: not yet. */
  learningId: id.nullable().default(null)
})
export type IncidentReview = z.infer<typeof incidentReview>
export const reviewQuestions = ['happened', 'worked', 'change', 'policy'] as const

export const freezeDecisions = ['waiting', 'released', 'moved', 'dropped', 'overridden'] as const
export const freezeDecision = z.enum(freezeDecisions)
export type FreezeDecision = z.infer<typeof freezeDecision>

export const incidentFreeze = z.object({
  id,
  /** None named: all channels. */
  channelIds: z.array(id),
  channelNames: z.array(z.string()),
  reason: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** How many still wait for a decision. */
  waiting: z.int(),
  decided: z.int()
})
export type IncidentFreeze = z.infer<typeof incidentFreeze>

export const incidentSummary = z.object({
  id, title: z.string(), level: incidentLevel, state: incidentState, startedAt: instant, endedAt: instant.nullable(), frozen: z.boolean(), entries: z.int(), evidence: z.int()
})
export type IncidentSummary = z.infer<typeof incidentSummary>

export const incident = incidentSummary.extend({
  summary: z.string(),
  conversationId: id.nullable(),
  timeline: z.array(incidentEntry),
  locker: z.array(incidentEvidence),
  freezes: z.array(incidentFreeze),
  review: incidentReview
})
export type Incident = z.infer<typeof incident>

/** One post on one channel that a freeze holds, or held. */
export const frozenPost = z.object({
  variantId: id,
  /** Null where the post is gone. */
  postId: id.nullable(),
  title: z.string(),
  text: z.string(),
  network: z.string(),
  channelName: z.string(),
  state: variantState.nullable(),
  planned: plannedTime.nullable(),
  /** Its time has passed while it was held. */
  overdue: z.boolean(),
  thumbnailUrl: z.string().nullable(),
  decision: freezeDecision,
  movedTo: instant.nullable(),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instant.nullable()
})
export type FrozenPost = z.infer<typeof frozenPost>

export const crisisContact = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  role: z.string().trim().max(200),
  phone: z.string().trim().max(60),
  email: z.string().trim().max(200),
  /** May speak for the client in public. */
  maySpeak: z.boolean(),
  /** When, in words: "weekdays 8 to 18". */
  reachable: z.string().trim().max(200)
})
export type CrisisContact = z.infer<typeof crisisContact>

export const holdingLine = z.object({
  id,
  /** Empty: any network. */
  network: z.string().max(40),
  /** BCP 47; empty: any language. */
  language: z.string().max(12),
  level: incidentLevel,
  text: z.string().trim().min(1).max(5000)
})
export type HoldingLine = z.infer<typeof holdingLine>

/** What is open in a client now: what the banner says and what tiles are marked by. */
export const currentCrisis = z.object({
  incidents: z.array(z.object({ id, title: z.string(), level: incidentLevel, state: z.enum(['open', 'calm']), startedAt: instant })),
  freezes: z.array(z.object({ id, incidentId: id, title: z.string(), channelIds: z.array(id), decided: z.array(id), startedAt: instant })),
  /** Posts that wait for a decision. */
  waiting: z.int()
})
export type CurrentCrisis = z.infer<typeof currentCrisis>
