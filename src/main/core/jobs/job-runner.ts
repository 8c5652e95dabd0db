import { AppError } from '../../../shared/errors/app-error'
import type { JobKind, JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { CoreServices } from '../context'
import type { Workspace } from '../workspaces/workspaces.types'
import { recordEnd } from './job-run'
import { getJobSummary, insertJob, interruptJob, listItemRows, listUnfinishedJobs, requeueFailed, requeueRunning, setJobState } from './jobs.repository'
import type { JobKindDefinition, JobRunner } from './jobs.types'
import { createRunQueue, jobContext, type RunQueue } from './run-queue'

type DefinitionOf = (kind: JobKind) => JobKindDefinition

function refuse(job: JobSummary, allowed: JobState[]): void {
  if (!allowed.includes(job.state)) throw new AppError('conflict.job-state', { job: job.id, state: job.state })
}

async function summaryOf(core: CoreServices, clientId: string, jobId: string): Promise<JobSummary> {
  return getJobSummary((await core.workspaces.open(clientId)).reader, clientId, jobId)
}

async function start(core: CoreServices, queue: RunQueue, definition: JobKindDefinition, clientId: string, input: Record<string, unknown>) {
  const workspace = await core.workspaces.open(clientId)
  const plan = await definition.plan(core, workspace, input)
  const stepId = plan.step ? await workspace.beginStep(plan.step.operation, plan.step.data) : null
  const id = core.newId()
  await workspace.write((tx) => insertJob(tx, { id, kind: definition.kind, plan, stepId, at: core.now() }, core.newId))
  core.emit({ type: 'job.progress', job: await getJobSummary(workspace.reader, clientId, id) })
  queue.add(workspace, id)
  return id
}

/** States that a job can be resumed from. One that is under way in the file but not here lost its disk on the way. */
function resumable(job: JobSummary, underWay: boolean): JobState[] {
  const states: JobState[] = ['paused', 'interrupted', 'failed']
  if (job.failed > 0) states.push('done')
  return underWay ? states : [...states, 'running', 'queued']
}

async function resume(core: CoreServices, queue: RunQueue, clientId: string, jobId: string): Promise<JobSummary> {
  const workspace = await core.workspaces.open(clientId)
  // How a run ended is stored a moment before it is over: begun again in between, nothing would run it.
  if (!['queued', 'running'].includes((await getJobSummary(workspace.reader, clientId, jobId)).state)) await queue.ended(jobId)
  await workspace.write(async (tx) => {
    const job = await getJobSummary(tx, clientId, jobId)
    refuse(job, resumable(job, queue.has(jobId)))
    if (job.state === 'done' || job.state === 'failed') await requeueFailed(tx, jobId)
    await requeueRunning(tx, jobId)
    await setJobState(tx, jobId, 'queued', { finishedAt: null, error: null })
  })
  queue.add(workspace, jobId)
  return summaryOf(core, clientId, jobId)
}

const stoppable = { pause: ['queued', 'running'], cancel: ['queued', 'running', 'paused', 'interrupted'] } as const satisfies Record<string, JobState[]>

async function stop(core: CoreServices, queue: RunQueue, definitionOf: DefinitionOf, clientId: string, jobId: string, reason: 'pause' | 'cancel') {
  const allowed: JobState[] = [...stoppable[reason]]
  refuse(await summaryOf(core, clientId, jobId), allowed)
  if (await queue.stop(jobId, reason)) return summaryOf(core, clientId, jobId)
  const context = await jobContext(core, await core.workspaces.open(clientId), jobId)
  // It may have ended by itself since it was looked at.
  if (allowed.includes(context.job.state)) {
    await recordEnd(context, definitionOf(context.job.kind), { state: 'stopped' }, AbortSignal.abort(reason))
  }
  const job = await summaryOf(core, clientId, jobId)
  core.emit({ type: 'job.progress', job })
  return job
}

/** After a start: what was running when the process went away waits to be resumed, and half files go. */
async function recover(core: CoreServices, definitionOf: DefinitionOf, workspace: Workspace): Promise<void> {
  const jobs = (await listUnfinishedJobs(workspace.reader)).filter((job) => job.state === 'running' || job.state === 'queued')
  for (const { id, kind } of jobs) {
    const items = await listItemRows(workspace.reader, id, ['running', 'waiting'])
    await definitionOf(kind).recover?.(await jobContext(core, workspace, id), items)
    await workspace.write((tx) => interruptJob(tx, id))
  }
}

export function createJobRunner(core: () => CoreServices): JobRunner & { recover(workspace: Workspace): Promise<void> } {
  const definitions = new Map<JobKind, JobKindDefinition>()
  const definitionOf: DefinitionOf = (kind) => {
    const definition = definitions.get(kind)
    if (!definition) throw new Error(`no job kind ${kind}`)
    return definition
  }
  const queue = createRunQueue(core, definitionOf)
  return {
    register: (definition) => void definitions.set(definition.kind, definition),
    start: (clientId, kind, input) => start(core(), queue, definitionOf(kind), clientId, input),
    pause: (clientId, jobId) => stop(core(), queue, definitionOf, clientId, jobId, 'pause'),
    resume: (clientId, jobId) => resume(core(), queue, clientId, jobId),
    cancel: (clientId, jobId) => stop(core(), queue, definitionOf, clientId, jobId, 'cancel'),
    async settled(clientId, jobId) {
      await queue.ended(jobId)
      return summaryOf(core(), clientId, jobId)
    },
    stop: (clientId) => queue.stopAll(clientId),
    isBusy: (clientId) => queue.isBusy(clientId),
    recover: (workspace) => recover(core(), definitionOf, workspace)
  }
}
