import { setMaxListeners } from 'node:events'
import type { CoreServices } from '../context'
import { logFailure } from '../log-failure'
import type { Workspace } from '../workspaces/workspaces.types'
import { createJobProgress } from './job-progress'
import { recordEnd, runItems, type StopReason } from './job-run'
import { getJob, getJobSummary, setJobState } from './jobs.repository'
import type { JobContext, JobKindDefinition, JobRow } from './jobs.types'

interface ActiveRun {
  clientId: string
  controller: AbortController
  ended: Promise<void>
}

/** Jobs of one workspace run one after another, in the order they were asked for; workspaces run side by side. */
export interface RunQueue {
  add(workspace: Workspace, jobId: string): void
  /** @returns false when the job is not under way */
  stop(jobId: string, reason: StopReason): Promise<boolean>
  stopAll(clientId?: string): Promise<void>
  ended(jobId: string): Promise<void>
  has(jobId: string): boolean
  /** True while a job of the client is under way or waits for its turn. */
  isBusy(clientId: string): boolean
}

export async function jobContext(core: CoreServices, workspace: Workspace, jobId: string): Promise<JobContext> {
  return { core, workspace, job: await getJob(workspace.reader, jobId) }
}

async function run(context: JobContext, definition: JobKindDefinition, controller: AbortController): Promise<void> {
  const { core, workspace, job } = context
  const progress = createJobProgress(() => getJobSummary(workspace.reader, workspace.id, job.id), core.emit)
  const reason = () => (controller.signal.aborted ? (controller.signal.reason as StopReason) : undefined)
  if (!reason()) {
    await workspace.write((tx) => setJobState(tx, job.id, 'running', { startedAt: core.now(), finishedAt: null, error: null }))
    await progress.flush()
  }
  const end = reason() ? ({ state: 'stopped' } as const) : await runItems(context, definition, controller, progress)
  await recordEnd(context, definition, end, controller.signal)
  await progress.flush()
}

export function createRunQueue(core: () => CoreServices, definitionOf: (kind: JobRow['kind']) => JobKindDefinition): RunQueue {
  const active = new Map<string, ActiveRun>()
  const tails = new Map<string, Promise<void>>()

  const stop = async (jobId: string, reason: StopReason): Promise<boolean> => {
    const current = active.get(jobId)
    if (!current) return false
    current.controller.abort(reason)
    await current.ended
    return true
  }

  return {
    add(workspace, jobId) {
      if (active.has(jobId)) return
      const controller = new AbortController()
      // Every piece of work under way listens, and a job may have dozens: no leak.
      setMaxListeners(0, controller.signal)
      const ended = (tails.get(workspace.id) ?? Promise.resolve())
        .then(async () => {
          const context = await jobContext(core(), workspace, jobId)
          await run(context, definitionOf(context.job.kind), controller)
        })
        .catch((error: unknown) => {
          logFailure(core().logger, 'job-failed', error)
        })
        .finally(() => active.delete(jobId))
      tails.set(workspace.id, ended)
      active.set(jobId, { clientId: workspace.id, controller, ended })
    },
    stop,
    async stopAll(clientId) {
      const jobs = [...active].filter(([, current]) => !clientId || current.clientId === clientId)
      await Promise.all(jobs.map(([jobId]) => stop(jobId, 'leave')))
    },
    ended: async (jobId) => active.get(jobId)?.ended,
    has: (jobId) => active.has(jobId),
    isBusy: (clientId) => [...active.values()].some((current) => current.clientId === clientId)
  }
}
