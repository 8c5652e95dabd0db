import { z } from 'zod'
import { jobSummary } from '../features/jobs/jobs.contract'

/** What the core tells everyone who listens. Facts to refresh by, never the rows themselves (jobs aside). */
export const appEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** At most ten a second for each job. */
  z.object({ type: z.literal('job.progress'), job: jobSummary }),
  /** Rows of a client's workspace changed; `tables` says which. */
  z.object({ type: z.literal('workspace.changed'), clientId: z.string(), operation: z.string(), tables: z.array(z.string()) }),
  /** The list of clients, or the profile of one, changed. */
  z.object({ type: z.literal('clients.changed') }),
  z.object({ type: z.literal('settings.changed'), key: z.string() }),
  /**
   * The time of posts has come. `overdue`: it came unseen, while the machine slept, the clock leapt, the app was closed or in
   * quiet hours. Ids alone, at most 100 of `count`.
   */
  z.object({
    type: z.literal('posts.due'),
    kind: z.enum(['due', 'overdue']),
    count: z.int(),
    items: z.array(z.object({ clientId: z.string(), variantId: z.string() }))
  }),
  /**
   * Answers that somebody waits for. `near`: less than a quarter of their time is left; `late`: it is over. Ids alone, at most 100 of
   * `count`; `owner` is who should see to them, empty where nobody or more than one is named.
   */
  z.object({
    type: z.literal('answers.due'),
    kind: z.enum(['near', 'late']),
    count: z.int(),
    items: z.array(z.object({ clientId: z.string(), conversationId: z.string() })),
    owner: z.string()
  })
])
export type AppEvent = z.infer<typeof appEvent>
