import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant } from '../../contract/base'
import { day } from '../analytics/analytics-scope'
import { traceAsk } from '../analytics/content-analytics.contract'
import { goalMetrics } from './goal-progress'

const fields = {
  name: z.string().trim().min(1).max(200),
  metric: z.enum(goalMetrics),
  channelId: id.nullable(),
  pillarId: id.nullable(),
  campaignId: id.nullable(),
  /** Where it stood before; a rate is a share of one. */
  baseline: z.number().nullable(),
  target: z.number(),
  startsOn: day,
  endsOn: day,
  /** Why it matters. */
  notes: z.string().max(10_000)
}
export const goal = z.object({
  id,
  ...fields,
  archivedAt: instant.nullable(),
  /** Null: no figures yet. */
  current: z.number().nullable(),
  /** The last day that it is known of. */
  asOf: day.nullable(),
  /** What the figure is made of. */
  source: traceAsk,
  progress: z.object({
    done: z.number().nullable(),
    elapsed: z.number(),
    pace: z.enum(['reached', 'ahead', 'on-track', 'behind', 'missed', 'not-started', 'unknown']),
    forecast: z.number().nullable()
  }),
  gaps: z.object({ specific: z.string(), measurable: z.string(), achievable: z.string(), relevant: z.string(), timed: z.string() }).partial()
})
export type Goal = z.infer<typeof goal>

const scope = z.object({ metric: fields.metric, channelId: fields.channelId, pillarId: fields.pillarId, campaignId: fields.campaignId })
const refusals = ['validation.days', 'not-found.channel', 'not-found.pillar', 'not-found.campaign', 'conflict.client-archived'] as const

export const goalsContract = {
  /** Those that end first come first; archived ones last. */
  list: clientOperation('query').input(clientScope.extend({ archived: z.boolean().default(false) })).output(z.object({ goals: z.array(goal) })),
  /** What a figure was over days: for a baseline from the files. */
  measure: clientOperation('query', 'validation.days')
    .input(clientScope.extend(scope.shape).extend({ from: day, to: day }))
    .output(z.object({ value: z.number().nullable(), asOf: day.nullable() })),
  create: clientOperation('command', ...refusals)
    .input(clientScope.extend(z.object(fields).partial({ channelId: true, pillarId: true, campaignId: true, baseline: true, notes: true }).shape))
    .output(z.object({ id })),
  update: clientOperation('command', 'not-found.goal', ...refusals)
    .input(clientScope.extend(z.object(fields).partial().shape).extend({ goalId: id }))
    .output(done),
  archive: clientOperation('command', 'not-found.goal', 'conflict.client-archived').input(clientScope.extend({ goalId: id, archived: z.boolean() })).output(done),
  remove: clientOperation('command', 'not-found.goal', 'conflict.client-archived').input(clientScope.extend({ goalId: id })).output(done)
}
