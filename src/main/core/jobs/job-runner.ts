import { AppError } from '../../../shared/errors/app-error'
import type { JobKind, JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { CoreServices } from '../context'
import type { Workspace } from '../workspaces/workspaces.types'
import { createJobProgress } from './job-progress'
import { recordEnd, runItems, type StopReason } from './job-run'
import {
  getJob,
  getJobSummary,
  insertJob,
  interruptJob,
  listItemRows,
  listUnfinishedJobs,
  requeueFailed,
  setJobState
} from './jobs.repository'
import type { JobContext, JobKindDefinition, JobRunner } from './jobs.types'

interface ActiveRun {
  clientId: string
  controller: AbortController
  ended: Promise<void>
}

/** Jobs of one workspace run one after another, in the order they were asked for; workspaces run side by side. */
export function createJobRunner(core: () => CoreServices): JobRunner & { recover(workspace: Workspace): Promise<void> } {
  const definitions = new Map<JobKind, JobKindDefinition>()
  const active = new Map<string, ActiveRun>()
  const tails = new Map<string, Promise<void>>()

  const definitionOf = (kind: JobKind): JobKindDefinition => {
    const definition = definitions.get(kind)
    if (!definition) throw new Error(`no job kind ${kind}`)
    return definition
  }

  const contextOf = async (workspace: Workspace, jobId: string): Promise<JobContext> => ({
    core: core(),
    workspace,
    job: await getJob(workspace.reader, jobId)
  })

  const run = async (workspace: Workspace, jobId: string, controller: AbortController): Promise<void> => {
    const context = await contextOf(workspace, jobId)
    const definition = definitionOf(context.job.kind)
    const progress = createJobProgress(() => getJobSummary(workspace.reader, workspace.id, jobId), core().emit)
    const reason = () => (controller.signal.aborted ? (controller.signal.reason as StopReason) : undefined)
    if (!reason()) {
      await workspace.write((tx) => setJobState(tx, jobId, 'running', { startedAt: core().now(), finishedAt: null, error: null }))
      await progress.flush()
    }
    const end = reason() ? ({ state: 'stopped' } as const) : await runItems(context, definition, controller, progress)
    await recordEnd(context, definition, end, reason())
    await progress.flush()
  }

  const enqueue = (workspace: Workspace, jobId: string): void => {
    const controller = new AbortController()
    const before = tails.get(workspace.id) ?? Promise.resolve()
    const ended = before
      .then(() => run(workspace, jobId, controller))
      .catch((error: unknown) => {
        core().logger.error('job-failed', { job: jobId, name: error instanceof Error ? error.name : 'unknown' })
      })
      .finally(() => active.delete(jobId))
    tails.set(workspace.id, ended)
    active.set(jobId, { clientId: workspace.id, controller, ended })
  }

  const stopRun = async (jobId: string, reason: StopReason): Promise<boolean> => {
    const current = active.get(jobId)
    if (!current) return false
    current.controller.abort(reason)
    await current.ended
    return true
  }

  const summaryOf = async (clientId: string, jobId: string): Promise<JobSummary> =>
    getJobSummary((await core().workspaces.open(clientId)).reader, clientId, jobId)

  const refuse = (job: JobSummary, allowed: JobState[]): void => {
    if (!allowed.includes(job.state)) throw new AppError('conflict.job-state', { job: job.id, state: job.state })
  }

  return {
    register(definition) {
      definitions.set(definition.kind, definition)
    },
    async start(clientId, kind, input) {
      const { workspaces, newId, now } = core()
      const workspace = await workspaces.open(clientId)
      const plan = await definitionOf(kind).plan(core(), workspace, input)
      const stepId = plan.step ? await workspace.beginStep(plan.step.operation, plan.step.data) : null
      const id = newId()
      await workspace.write((tx) => insertJob(tx, { id, kind, plan, stepId, at: now() }, newId))
      core().emit({ type: 'job.progress', job: await getJobSummary(workspace.reader, clientId, id) })
      enqueue(workspace, id)
      return id
    },
    async pause(clientId, jobId) {
      refuse(await summaryOf(clientId, jobId), ['queued', 'running'])
      await stopRun(jobId, 'pause')
      return summaryOf(clientId, jobId)
    },
    async resume(clientId, jobId) {
      const job = await summaryOf(clientId, jobId)
      refuse(job, job.failed > 0 ? ['paused', 'interrupted', 'done', 'failed'] : ['paused', 'interrupted', 'failed'])
      const workspace = await core().workspaces.open(clientId)
      await workspace.write(async (tx) => {
        if (job.state === 'done' || job.state === 'failed') await requeueFailed(tx, jobId)
        await setJobState(tx, jobId, 'queued', { finishedAt: null, error: null })
      })
      enqueue(workspace, jobId)
      return summaryOf(clientId, jobId)
    },
    async cancel(clientId, jobId) {
      refuse(await summaryOf(clientId, jobId), ['queued', 'running', 'paused', 'interrupted'])
      if (!(await stopRun(jobId, 'cancel'))) {
        const workspace = await core().workspaces.open(clientId)
        const context = await contextOf(workspace, jobId)
        await recordEnd(context, definitionOf(context.job.kind), { state: 'stopped' }, 'cancel')
        core().emit({ type: 'job.progress', job: await summaryOf(clientId, jobId) })
      }
      return summaryOf(clientId, jobId)
    },
    async settled(clientId, jobId) {
      await active.get(jobId)?.ended
      return summaryOf(clientId, jobId)
    },
    async stop(clientId) {
      const jobs = [...active].filter(([, current]) => !clientId || current.clientId === clientId)
      await Promise.all(jobs.map(([jobId]) => stopRun(jobId, 'leave')))
    },
    /** After a start: what was running when the process went away waits to be resumed, and half files go. */
    async recover(workspace) {
      const jobs = (await listUnfinishedJobs(workspace.reader)).filter((job) => job.state === 'running' || job.state === 'queued')
      for (const { id, kind } of jobs) {
        const context = await contextOf(workspace, id)
        await definitionOf(kind).recover?.(context, await listItemRows(workspace.reader, id, ['running', 'waiting']))
        await workspace.write((tx) => interruptJob(tx, id))
      }
    }
  }
}
