import { isAppError } from '../../../shared/errors/app-error'
import type { Tx } from '../context'
import { translateSqliteError } from '../db/sqlite-errors'
import { factsOf } from '../log-failure'
import { beginItems, listItemRows, requeueRunning, setItemStates, setJobState, settleItem } from './jobs.repository'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from './jobs.types'
import type { JobProgress } from './job-progress'

/** Why a run was stopped; what is left of the job depends on it. */
export type StopReason = 'pause' | 'cancel' | 'leave'

export type RunEnd = { state: 'finished' } | { state: 'stopped' } | { state: 'blocked'; code: string; data: Record<string, unknown> }

/** A freeze holds the job until it is lifted; the job waits for that, also where only its end is left. */
const held = (code: string): boolean => code === 'conflict.post-frozen'
/** A disk that is full fails every item alike: the job waits instead, and loses nothing. */
const blocking = (code: string): boolean => code.startsWith('unavailable.disk') || held(code)
const crashed = (code: string): boolean => code === 'unavailable.media-process' || code === 'unavailable.media-timeout'
const starts = 2

function groupItems(items: JobItemRow[]): JobItemRow[][] {
  const groups = new Map<string, JobItemRow[]>()
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  return [...groups.values()]
}

interface Failure {
  code: string
  data: Record<string, unknown>
}

/** A failure as the job stores it. What has no code is a bug: the person gets a reference, the log the place. */
function failureOf({ core, workspace, job }: JobContext, thrown: unknown): Failure {
  const error = translateSqliteError(thrown, workspace.folders.root)
  if (isAppError(error)) return { code: error.code, data: error.data }
  const reference = core.newId().slice(-12)
  core.logger.error('job-step-failed', { kind: job.kind, reference, ...factsOf(error) })
  return { code: 'internal.unexpected', data: { reference } }
}

/** Runs the waiting items of a job, group by group, until none is left or `controller` is aborted. */
export async function runItems(
  context: JobContext,
  definition: JobKindDefinition,
  controller: AbortController,
  progress: JobProgress
): Promise<RunEnd> {
  const { workspace, job } = context
  const { signal } = controller
  const queue = groupItems(await listItemRows(workspace.reader, job.id, ['waiting']))
  /** Groups that were under way when the media process went down: each gets a second start, alone. */
  const suspects: JobItemRow[][] = []
  let blocked: RunEnd | undefined
  const block = (failure: Failure): void => {
    blocked = { state: 'blocked', ...failure }
    controller.abort('leave')
  }

  const tryGroup = async (group: JobItemRow[]): Promise<void> => {
    await workspace.write((tx) => beginItems(tx, group.map((item) => item.id)))
    const settled = new Set<string>()
    const settle = settler(context, settled, progress)
    const started = group.map((item) => ({ ...item, attempts: item.attempts + 1 }))
    const rest = () => started.filter((item) => !settled.has(item.id))
    try {
      await definition.runGroup(context, started, signal, settle)
      await failAll(rest(), settle, { code: 'internal.unexpected', data: { reference: 'not-settled' } })
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(context, error)
      if (blocking(failure.code)) return block(failure)
      const again = crashed(failure.code) ? rest().filter((item) => item.attempts < starts) : []
      if (again.length > 0) suspects.push(again)
      await failAll(rest().filter((item) => !again.includes(item)), settle, failure)
    }
  }

  /** Where not even the outcome can be stored, the job waits: whatever comes next would meet the same disk. */
  const runOne = (group: JobItemRow[]): Promise<void> =>
    tryGroup(group).catch((error: unknown) => {
      if (!signal.aborted) block(failureOf(context, error))
    })

  const drain = async (groups: JobItemRow[][]): Promise<void> => {
    for (let group = groups.shift(); group && !signal.aborted; group = groups.shift()) await runOne(group)
  }
  await Promise.all(Array.from({ length: definition.parallel ?? 2 }, () => drain(queue)))
  await drain(suspects)
  return blocked ?? { state: signal.aborted ? 'stopped' : 'finished' }
}

async function failAll(items: JobItemRow[], settle: SettleItem, error: Failure) {
  for (const item of items) await settle(item.id, { state: 'failed', error })
}

function settler(context: JobContext, settled: Set<string>, progress: JobProgress): SettleItem {
  const { workspace, job, core } = context
  return async (itemId, outcome, alsoStore) => {
    const store = async (tx: Tx) => {
      const decided = typeof outcome === 'function' ? await outcome(tx) : outcome
      await settleItem(tx, itemId, decided, core.now())
      await alsoStore?.(tx)
    }
    if (job.stepId !== null && (alsoStore || typeof outcome === 'function')) await workspace.continueStep(job.stepId, store)
    else await workspace.write(store)
    settled.add(itemId)
    progress.changed()
  }
}

/** What is left of a job after its run, in one transaction. */
export async function recordEnd(context: JobContext, definition: JobKindDefinition, end: RunEnd, signal: AbortSignal): Promise<void> {
  const reason = signal.reason as StopReason | undefined
  const { workspace, job, core } = context
  if (end.state === 'finished' && (await finishJob(context, definition, signal))) return
  await definition.recover?.(context, await listItemRows(workspace.reader, job.id, ['running', 'waiting']))
  await workspace.write(async (tx) => {
    if (reason === 'cancel') {
      await setItemStates(tx, job.id, ['running', 'waiting'], 'cancelled')
      return setJobState(tx, job.id, 'cancelled', { finishedAt: core.now() })
    }
    await requeueRunning(tx, job.id)
    if (end.state === 'blocked') return setJobState(tx, job.id, 'paused', { error: { code: end.code, data: end.data } })
    return setJobState(tx, job.id, reason === 'pause' ? 'paused' : 'interrupted')
  })
}

/** @returns false when it was stopped on the way; it is repeated when the job is resumed */
async function finishJob(context: JobContext, definition: JobKindDefinition, signal: AbortSignal): Promise<boolean> {
  const { workspace, job, core } = context
  try {
    const result = await definition.finish?.(context, signal)
    await workspace.write((tx) =>
      setJobState(tx, job.id, 'done', { finishedAt: core.now(), error: null, ...(result && { result }) })
    )
  } catch (error) {
    if (signal.aborted) return false
    const failure = failureOf(context, error)
    const end = held(failure.code) ? (['paused', {}] as const) : (['failed', { finishedAt: core.now() }] as const)
    await workspace.write((tx) => setJobState(tx, job.id, end[0], { ...end[1], error: failure }))
  }
  return true
}
