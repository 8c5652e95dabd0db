import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, instant } from '../../contract/base'

/** A limit that a person set otherwise for one client, and what the rule pack says of it. */
export const limitOverride = z.object({
  id,
  network: networkIdSchema,
  /** A text field (`post`, `alt`, `title`…) or `hashtags`. */
  field: z.string(),
  max: z.int(),
  note: z.string(),
  setAt: instant,
  /** Null once the rule pack no longer has the field. */
  original: z.object({ max: z.int().nullable(), source: z.string(), sourceDate: z.string() }).nullable()
})
export type LimitOverride = z.infer<typeof limitOverride>

const field = z.string().min(1).max(80)

export const overridesContract = {
  listOverrides: clientOperation('query').input(clientScope).output(z.object({ overrides: z.array(limitOverride) })),
  /** Sets the limit, or replaces the one set before. */
  setOverride: clientOperation('command', 'validation.field', 'conflict.client-archived')
    .input(clientScope.extend({ network: networkIdSchema, field, max: z.int().min(0).max(10_000_000), note: z.string().trim().max(1000).default('') }))
    .output(limitOverride),
  /** Takes the limit of the rule pack again; where none was set, nothing changes. */
  removeOverride: clientOperation('command', 'conflict.client-archived').input(clientScope.extend({ network: networkIdSchema, field })).output(done)
}
