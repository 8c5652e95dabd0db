import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, pageInput } from '../../contract/base'

/** `interrupted` is a job that was running when the app went away; it waits to be resumed. */
export const jobState = z.enum(['queued', 'running', 'paused', 'interrupted', 'done', 'cancelled', 'failed'])
export type JobState = z.infer<typeof jobState>
export const jobItemState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
export type JobItemState = z.infer<typeof jobItemState>

export const jobKind = z.enum(['assets.add', 'assets.readVideos', 'renditions.export', 'hand-off.pack', 'plan-export.make', 'reports.make', 'incidents.print', 'figures.read', 'people.export'])
export type JobKind = z.infer<typeof jobKind>

export const jobSummary = z.object({
  id,
  clientId: id,
  kind: jobKind,
  state: jobState,
  /** Figures the title is made from, for example `{ files: 12, placements: 8 }`. */
  title: z.record(z.string(), z.union([z.string(), z.number()])),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
})
export type JobSummary = z.infer<typeof jobSummary>

export const jobItem = z.object({
  id,
  label: z.string(),
  state: jobItemState,
  attempts: z.int(),
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
})
export type JobItem = z.infer<typeof jobItem>

const one = clientScope.extend({ jobId: id })

export const jobsContract = {
  list: clientOperation('query')
    .input(clientScope.extend(pageInput))
    .output(z.object({ total: z.int(), jobs: z.array(jobSummary) })),
  get: clientOperation('query', 'not-found.job').input(one).output(jobSummary),
  listItems: clientOperation('query', 'not-found.job')
    .input(one.extend(pageInput).extend({ state: jobItemState.optional() }))
    .output(z.object({ total: z.int(), items: z.array(jobItem) })),
  pause: clientOperation('command', 'not-found.job', 'conflict.job-state').input(one).output(jobSummary),
  /** Starts a paused or interrupted job again where it stopped, or runs the failed items of a finished one. */
  resume: clientOperation('command', 'not-found.job', 'conflict.job-state').input(one).output(jobSummary),
  cancel: clientOperation('command', 'not-found.job', 'conflict.job-state').input(one).output(jobSummary),
  /** Takes finished jobs off the list; their files stay. */
  clearFinished: clientOperation('command').input(clientScope).output(done.extend({ removed: z.int() }))
}
