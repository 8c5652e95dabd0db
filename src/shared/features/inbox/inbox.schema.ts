import { z } from 'zod'
import { id, instant } from '../../contract/base'
import { REASON_CODES } from '../care/suggest/types'
import { rowPost, startingPost } from './starting-post.schema'

export const conversationKinds = ['comment', 'message', 'mention', 'review'] as const
export const conversationKind = z.enum(conversationKinds)
export type ConversationKind = z.infer<typeof conversationKind>

export const conversationTypes = ['question', 'complaint', 'praise', 'lead', 'spam', 'press'] as const
export const conversationType = z.enum(conversationTypes)
export type ConversationType = z.infer<typeof conversationType>

export const sentiments = ['positive', 'neutral', 'negative'] as const
export const sentiment = z.enum(sentiments)
export type Sentiment = z.infer<typeof sentiment>

/** 1 low, 2 normal, 3 high. */
export const priority = z.int().min(1).max(3)

/** `open` once a message comes in after a close, or once a snooze is over: what it is now, not what was last set. */
export const careStates = ['open', 'snoozed', 'closed', 'hidden'] as const
export const careState = z.enum(careStates)
export type CareState = z.infer<typeof careState>

export const inboxViews = ['unanswered', 'open', 'mine', 'snoozed', 'waiting-approval', 'closed', 'hidden', 'all'] as const
export const inboxView = z.enum(inboxViews)
export type InboxView = z.infer<typeof inboxView>

/** `by: 'suggested'`: what the offline method says; `value` null where it says nothing. `rule`: set by a rule of the client. */
const judged = <T extends z.ZodType>(value: T) => z.object({ value: value.nullable(), by: z.enum(['suggested', 'person', 'rule']) })

/** How the clock of a conversation stands; times of business hours in ms. */
export const clockReading = z.object({
  state: z.enum(['answered', 'ahead', 'near', 'breached', 'paused']),
  waited: z.number(),
  /** Open time until it is due; below 0 so much since then. 0 where nothing is due. */
  left: z.number(),
  dueAt: instant.nullable(),
  /** Share of the target that is used up; above 1 it is missed. */
  used: z.number(),
  targetMinutes: z.int()
})

/** Who wrote first. `personId` is null where no card knows this handle. */
export const inboxPerson = z.object({ network: z.string(), key: z.string(), name: z.string(), personId: id.nullable() })

export const inboxRow = z.object({
  id,
  clientId: id,
  network: z.string(),
  channelId: id.nullable(),
  channelName: z.string(),
  kind: conversationKind,
  title: z.string(),
  person: inboxPerson,
  /** Begin of the last message that came in, one line; of the last message at all where none came in. */
  excerpt: z.string(),
  type: judged(conversationType),
  sentiment: judged(sentiment),
  priority: judged(priority),
  /** Replies need an approval. */
  sensitive: z.boolean(),
  /** Why: marked on the conversation itself, by one of its labels, by its type. */
  sensitiveBy: z.array(z.enum(['mark', 'label', 'type'])),
  state: careState,
  assignee: z.string(),
  snoozedUntil: instant.nullable(),
  labels: z.array(z.string()),
  unread: z.boolean(),
  hasDraft: z.boolean(),
  language: z.string(),
  messages: z.int(),
  lastInAt: instant.nullable(),
  lastOutAt: instant.nullable(),
  waitingSince: instant.nullable(),
  /** The post that it began under, as its thread says. */
  post: rowPost.nullable(),
  clock: clockReading
})
export type InboxRow = z.infer<typeof inboxRow>

/** Everything that is named must hold. Search takes words of texts and authors, the last one as a beginning. */
export const inboxFilters = z.object({
  view: inboxView.default('unanswered'),
  search: z.string().max(200).default(''),
  network: z.string().max(40).optional(),
  channelId: id.optional(),
  kind: conversationKind.optional(),
  type: conversationType.optional(),
  sentiment: sentiment.optional(),
  priority: priority.optional(),
  label: z.string().max(80).optional(),
  assignee: z.string().max(80).optional(),
  personId: id.optional(),
  language: z.string().max(12).optional(),
  unread: z.boolean().optional(),
  /** Whom the view `mine` is about. */
  me: z.string().max(80).default('')
})
export type InboxFilters = z.infer<typeof inboxFilters>

export const inboxCounts = z.record(inboxView, z.int())

const picture = z.object({ assetId: id, thumbnailUrl: z.string(), alt: z.string() })

export const threadMessage = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  /** `reply`: sent by hand and confirmed here. */
  origin: z.enum(['import', 'mail', 'capture', 'reply']),
  author: z.string(),
  authorKey: z.string(),
  text: z.string(),
  sentAt: instant,
  link: z.string(),
  pictures: z.array(picture),
  /** Attachments that the source names and that are not here. */
  attachments: z.array(z.string()),
  language: z.string()
})
export type ThreadMessage = z.infer<typeof threadMessage>

export const internalNote = z.object({ id, text: z.string(), author: z.string(), createdAt: instant })

export const replyDraft = z.object({
  text: z.string(),
  state: z.enum(['draft', 'waiting', 'approved']),
  approvedBy: z.string(),
  /** True where labels or the conversation ask for an approval that this text does not have. */
  needsApproval: z.boolean(),
  updatedAt: instant
})

export const careEvidence = z.object({
  id,
  action: z.enum(['closed', 'hidden', 'deleted', 'kept']),
  text: z.string(),
  author: z.string(),
  link: z.string(),
  picture: picture.nullable(),
  seenAt: instant,
  reason: z.string(),
  createdAt: instant
})

export const conversationThread = z.object({
  row: inboxRow,
  /** In order of time; replies that were confirmed stand among them. At most 2,000, the newest. */
  messages: z.array(threadMessage),
  notes: z.array(internalNote),
  draft: replyDraft.nullable(),
  evidence: z.array(careEvidence),
  post: startingPost.nullable(),
  /** Who says which post it is, or that it is none: a link of the conversation, or a person. */
  postBy: z.enum(['link', 'person']),
  /** A link of it leads to a post, whether or not a person said otherwise. */
  hasLinkedPost: z.boolean(),
  /** What in the last message speaks for what is suggested; `words` is a slice of it, a stranger's text. */
  reasons: z.array(z.object({ about: z.enum(['type', 'sentiment', 'priority']), code: z.enum(REASON_CODES), words: z.string() })),
  /** Address of the conversation on the network; empty where it is not known. */
  permalink: z.string(),
  reason: z.string(),
  closedAt: instant.nullable()
})
export type ConversationThread = z.infer<typeof conversationThread>
