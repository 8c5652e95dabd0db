import { AppError } from '../../../shared/errors/app-error'
import type { JobKind, JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { CoreServices } from '../context'
import type { Workspace } from '../workspaces/workspaces.types'
import { recordEnd } from './job-run'
import { getJobSummary, insertJob, interruptJob, listItemRows, listUnfinishedJobs, requeueFailed, setJobState } from './jobs.repository'
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

async function resume(core: CoreServices, queue: RunQueue, clientId: string, jobId: string): Promise<JobSummary> {
  const job = await summaryOf(core, clientId, jobId)
  refuse(job, job.failed > 0 ? ['paused', 'interrupted', 'done', 'failed'] : ['paused', 'interrupted', 'failed'])
  const workspace = await core.workspaces.open(clientId)
  await workspace.write(async (tx) => {
    if (job.state === 'done' || job.state === 'failed') await requeueFailed(tx, jobId)
    await setJobState(tx, jobId, 'queued', { finishedAt: null, error: null })
  })
  queue.add(workspace, jobId)
  return summaryOf(core, clientId, jobId)
}

async function cancel(core: CoreServices, queue: RunQueue, definitionOf: DefinitionOf, clientId: string, jobId: string) {
  refuse(await summaryOf(core, clientId, jobId), ['queued', 'running', 'paused', 'interrupted'])
  if (await queue.stop(jobId, 'cancel')) return summaryOf(core, clientId, jobId)
  const context = await jobContext(core, await core.workspaces.open(clientId), jobId)
  await recordEnd(context, definitionOf(context.job.kind), { state: 'stopped' }, AbortSignal.abort('cancel'))
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
    async pause(clientId, jobId) {
      refuse(await summaryOf(core(), clientId, jobId), ['queued', 'running'])
      await queue.stop(jobId, 'pause')
      return summaryOf(core(), clientId, jobId)
    },
    resume: (clientId, jobId) => resume(core(), queue, clientId, jobId),
    cancel: (clientId, jobId) => cancel(core(), queue, definitionOf, clientId, jobId),
    async settled(clientId, jobId) {
      await queue.ended(jobId)
      return summaryOf(core(), clientId, jobId)
    },
    stop: (clientId) => queue.stopAll(clientId),
    recover: (workspace) => recover(core(), definitionOf, workspace)
  }
}
