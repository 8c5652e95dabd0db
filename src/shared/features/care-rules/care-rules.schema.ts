import { z } from 'zod'
import { id } from '../../contract/base'
import { conversationKind, conversationType, priority, sentiment } from '../inbox/inbox.schema'

const words = z.array(z.string().trim().min(1).max(120)).max(50)
const names = z.array(z.string().trim().min(1).max(200)).max(50)
const not = z.boolean().default(false)
const oneOf = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) => z.object({ field: z.literal(field), any: z.array(value).max(50), not })

/** Holds where one of `any` does; `not` turns it round. One without values says nothing and holds for all. */
export const ruleCondition = z.discriminatedUnion('field', [
  oneOf('network', z.string().max(40)),
  oneOf('channel', id),
  oneOf('kind', conversationKind),
  oneOf('type', conversationType),
  oneOf('sentiment', sentiment),
  oneOf('priority', priority),
  oneOf('language', z.string().max(35)),
  /** Looked for in what came in since the last answer. A word also stands for those that begin with it. */
  z.object({ field: z.literal('words'), any: words, not }),
  /** Part of the name or the handle. */
  z.object({ field: z.literal('author'), any: names, not }),
  z.object({ field: z.literal('label'), any: names, not }),
  /** Labels of the person's card. */
  z.object({ field: z.literal('personLabel'), any: names, not }),
  /** Whether the last message came while nobody was there. */
  z.object({ field: z.literal('hours'), any: z.array(z.literal('outside')).max(1).default(['outside']), not })
])
export type RuleCondition = z.infer<typeof ruleCondition>
export type RuleField = RuleCondition['field']

/** What is not named stays as it is. `close` needs a reason; it and `snooze` leave criticism open for a person. Where both are named, `close` counts. */
export const ruleActions = z.object({
  type: conversationType.optional(),
  priority: priority.optional(),
  sentiment: sentiment.optional(),
  sensitive: z.literal(true).optional(),
  labels: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
  assignee: z.string().trim().min(1).max(80).optional(),
  snooze: z.object({ hours: z.int().min(1).max(24 * 90) }).optional(),
  close: z.object({ reason: z.string().trim().min(1).max(1000) }).optional()
})
export type RuleActions = z.infer<typeof ruleActions>

export const careRule = z.object({
  id,
  name: z.string(),
  /** All must hold; none: the rule is for everything. */
  conditions: z.array(ruleCondition).max(20),
  actions: ruleActions,
  enabled: z.boolean(),
  position: z.int()
})
export type CareRule = z.infer<typeof careRule>

export const changedFields = ['type', 'priority', 'sentiment', 'sensitive', 'label', 'assignee', 'state'] as const
/** Old and new value as they are kept; `from` is null where nothing was there. */
export const ruleChange = z.object({ field: z.enum(changedFields), from: z.string().nullable(), to: z.string() })
export type RuleChange = z.infer<typeof ruleChange>

export const ruleScope = z.enum(['unanswered', 'open', 'all'])
export type RuleScope = z.infer<typeof ruleScope>

export const triedRow = z.object({
  conversationId: id,
  network: z.string(),
  person: z.string(),
  excerpt: z.string(),
  ruleId: id,
  changes: z.array(ruleChange),
  /** What the rule would set and leaves, as a person has set it. */
  kept: z.array(z.enum(changedFields)),
  /** The rule would close it, and leaves it open: it is criticism. */
  staysOpen: z.boolean()
})
export type TriedRow = z.infer<typeof triedRow>

/** What rules would do, nothing of it done. */
export const ruleTrial = z.object({
  looked: z.int(),
  matched: z.int(),
  changed: z.int(),
  rules: z.array(z.object({ ruleId: id, matched: z.int(), changed: z.int() })),
  /** Those that would change come first; at most 500. */
  rows: z.array(triedRow),
  /** Stands for exactly these changes. */
  fingerprint: z.string()
})
export type RuleTrial = z.infer<typeof ruleTrial>

/** Replies to conversations with these labels or of these types need an approval. */
export const sensitiveMarks = z.object({ labels: z.array(z.string().trim().min(1).max(80)).max(100), types: z.array(conversationType).max(10) })
export type SensitiveMarks = z.infer<typeof sensitiveMarks>
