import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant } from '../../contract/base'
import { analyticsFilters, day } from '../analytics/analytics-scope'
import { periodSchema } from '../analytics/analytics.schema'
import { estimate } from '../analytics/estimate.schema'
import { groupings } from '../analytics/post-groups'
import { postMetric } from '../analytics/post-metrics'
import { engagementFormulas } from '../figures/formulas'

export const learningStates = ['open', 'kept', 'dropped'] as const

/** What an observation rests on, as it was then. The name of the group is kept, for pillars are renamed and removed. */
export const learningEvidence = z.object({
  metric: postMetric,
  network: z.string().max(40),
  by: z.enum([...groupings, 'hours', 'period']),
  key: z.string().max(200),
  name: z.string().max(200),
  from: day,
  to: day,
  /** The chips that it was seen under, and the days that a whole period was held against. */
  filters: analyticsFilters.optional(),
  before: periodSchema.optional(),
  formula: z.enum(engagementFormulas),
  ratio: estimate,
  group: estimate,
  others: estimate
})
export type LearningEvidence = z.infer<typeof learningEvidence>

const text = z.string().max(10_000)
const fields = {
  observedOn: day,
  observation: z.string().trim().min(1).max(10_000),
  decision: text,
  /** What to try. */
  experiment: text,
  /** The day to look again. */
  reviewOn: day.nullable(),
  result: text,
  state: z.enum(learningStates)
}
export const learning = z.object({ id, ...fields, evidence: learningEvidence.nullable(), createdAt: instant, due: z.boolean() })
export type Learning = z.infer<typeof learning>

export const learningsContract = {
  /** Those to look at again first, then the newest. `due`: open ones whose day has come. */
  list: clientOperation('query').input(clientScope).output(z.object({ learnings: z.array(learning), due: z.int() })),
  create: clientOperation('command', 'conflict.client-archived')
    .input(
      clientScope.extend({
        observation: fields.observation, evidence: learningEvidence.nullable().default(null), observedOn: day.optional(),
        decision: text.default(''), experiment: text.default(''), reviewOn: day.nullable().optional()
      })
    )
    .output(learning),
  update: clientOperation('command', 'not-found.learning', 'conflict.client-archived')
    .input(clientScope.extend(z.object(fields).partial().shape).extend({ learningId: id }))
    .output(learning),
  remove: clientOperation('command', 'not-found.learning', 'conflict.client-archived').input(clientScope.extend({ learningId: id })).output(done),
  /** The same comparison over the posts since it was written down. `then` is what was observed. */
  followUp: clientOperation('query', 'not-found.learning')
    .input(clientScope.extend({ learningId: id }))
    .output(
      z.object({
        from: day,
        to: day,
        now: z.object({ ratio: estimate.nullable(), group: estimate.nullable(), others: estimate.nullable() }).nullable()
      })
    )
}
