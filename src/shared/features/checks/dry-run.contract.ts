import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { findingIds } from '../../checks/checks.types'
import { clientOperation, clientScope, id } from '../../contract/base'
import { day, plannedTime, postFormat, variantState } from '../posts/posts.schema'

/** Rules that look at more than one variant, or at the library; the others are those of `shared/checks`. */
export const planRuleIds = ['asset.trashed', 'asset.enlarged', 'state.not-approved', 'clash.same-text', 'clash.same-hour', 'clash.same-asset'] as const

export const planFinding = z.object({
  /** The rule and what it is about; the same while the post stays as it is. */
  key: z.string(),
  id: z.enum([...findingIds, ...planRuleIds]),
  severity: z.enum(['error', 'warning', 'note']),
  field: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  assetId: id.nullable(),
  /** Empty for a rule of the app's own. */
  source: z.string(),
  sourceDate: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  overridden: z.boolean(),
  /** What would mend it, as `shared/checks` has it. */
  fix: z.looseObject({ kind: z.string() }).nullable(),
  /** A person has looked at it and lets it be. */
  seen: z.boolean()
})
export type PlanFinding = z.infer<typeof planFinding>

export const checkedVariant = z.object({
  variantId: id,
  postId: id,
  title: z.string(),
  network: networkIdSchema,
  channelName: z.string(),
  format: postFormat,
  state: variantState,
  planned: plannedTime.nullable(),
  findings: z.array(planFinding)
})
export type CheckedVariant = z.infer<typeof checkedVariant>

const totals = z.object({ variants: z.int(), errors: z.int(), warnings: z.int(), notes: z.int(), seen: z.int() })

const packChange = z.object({
  /** `text.post`, `hashtags`, `placement.ig-feed-4x5.bytes`. */
  limit: z.string(),
  network: networkIdSchema,
  /** Null where there was no limit, or is none any more. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** What was taken may be taken no longer. */
  stricter: z.boolean(),
  /** Planned posts that go out by this limit. */
  affected: z.int(),
  /** The first 500 of them, in order of time. */
  posts: z.array(z.object({ postId: id, title: z.string(), planned: plannedTime }))
})
export type PackChange = z.infer<typeof packChange>

export const dryRunContract = {
  variant: clientOperation('query', 'not-found.variant').input(clientScope.extend({ variantId: id })).output(checkedVariant),
  /** Everything planned in the days over all channels, in the order of its time; what is out already is left out. */
  dryRun: clientOperation('query', 'validation.days')
    .input(clientScope.extend({ fromDay: day, toDay: day, clashDays: z.int().min(0).max(60).default(14) }))
    .output(
      z.object({
        totals,
        variants: z.array(checkedVariant),
        /** Posts that have a time and go out nowhere: no rule can be asked about them. */
        withoutChannel: z.array(z.object({ postId: id, title: z.string(), planned: plannedTime }))
      })
    ),
  /** The change of words that a finding's fix makes; null where a person or the picture itself is needed. */
  textFix: clientOperation('query', 'not-found.variant')
    .input(clientScope.extend({ variantId: id, key: z.string().min(1).max(300) }))
    .output(
      z.object({
        patch: z
          .object({
            text: z.string(), firstComment: z.string(), fields: z.record(z.string(), z.string()), parts: z.array(z.string()), link: z.string(), format: z.literal('thread')
          })
          .partial()
          .nullable()
      })
    ),
  /** Lets a finding of a variant be, or takes that back. */
  setSeen: clientOperation('command', 'not-found.variant', 'conflict.client-archived')
    .input(clientScope.extend({ variantId: id, key: z.string().min(1).max(300), seen: z.boolean() }))
    .output(z.object({ changed: z.int() })),
  /** What the rule pack of the app says otherwise than the one this client was last looked at with. */
  packChanges: clientOperation('query')
    .input(clientScope)
    .output(z.object({ known: z.string().nullable(), current: z.string(), changes: z.array(packChange) })),
  /** From now on this client's posts are looked at with the rule pack of the app. */
  acceptPack: clientOperation('command', 'conflict.client-archived').input(clientScope).output(z.object({ date: z.string() }))
}
