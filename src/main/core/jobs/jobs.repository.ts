import { AppError } from '../../../shared/errors/app-error'
import type { JobItem, JobItemState, JobKind, JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { Reader, Tx } from '../context'
import type { ItemOutcome, JobItemRow, JobPlan, JobRow } from './jobs.types'

type Db = Reader | Tx
type Failure = { code: string; data: Record<string, unknown> }

interface StoredJob {
  id: string
  kind: JobKind
  state: JobState
  title_json: string
  input_json: string
  result_json: string | null
  error_json: string | null
  step_id: number | null
  total: number
  created_at: string
  started_at: string | null
  finished_at: string | null
}

interface StoredItem {
  id: string
  job_id: string
  key: string
  group_key: string
  label: string
  state: JobItemState
  attempts: number
  payload_json: string
  result_json: string | null
  error_json: string | null
}

const parse = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T))
const unfinished: JobState[] = ['queued', 'running', 'paused', 'interrupted']

const toJobRow = (row: StoredJob): JobRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  input: JSON.parse(row.input_json) as Record<string, unknown>,
  stepId: row.step_id,
  createdAt: row.created_at
})

const toItemRow = (row: StoredItem): JobItemRow => ({
  id: row.id,
  jobId: row.job_id,
  key: row.key,
  group: row.group_key,
  label: row.label,
  state: row.state,
  attempts: row.attempts,
  payload: JSON.parse(row.payload_json) as Record<string, unknown>,
  result: parse(row.result_json)
})

export async function insertJob(
  tx: Tx,
  job: { id: string; kind: JobKind; plan: JobPlan; stepId: number | null; at: string },
  newId: () => string
): Promise<void> {
  await tx('job').insert({
    id: job.id,
    kind: job.kind,
    state: 'queued',
    title_json: JSON.stringify(job.plan.title),
    input_json: JSON.stringify(job.plan.stored),
    step_id: job.stepId,
    total: job.plan.items.length,
    created_at: job.at
  })
  const rows = job.plan.items.map((item, position) => ({
    id: newId(),
    job_id: job.id,
    position,
    key: item.key,
    group_key: item.group,
    label: item.label,
    state: 'waiting',
    attempts: 0,
    payload_json: JSON.stringify(item.payload)
  }))
  // A compound insert takes 500 terms at most.
  for (let from = 0; from < rows.length; from += 400) await tx('job_item').insert(rows.slice(from, from + 400))
}

export async function getJob(db: Db, jobId: string): Promise<JobRow> {
  const row = (await db('job').where({ id: jobId }).first()) as StoredJob | undefined
  if (!row) throw new AppError('not-found.job', { job: jobId })
  return toJobRow(row)
}

export async function findJobOfStep(db: Db, stepId: number): Promise<JobRow | undefined> {
  const row = (await db('job').where({ step_id: stepId }).first()) as StoredJob | undefined
  return row && toJobRow(row)
}

async function summarize(db: Db, clientId: string, rows: StoredJob[]): Promise<JobSummary[]> {
  const counts = (await db('job_item')
    .whereIn('job_id', rows.map((row) => row.id))
    .whereIn('state', ['done', 'failed'])
    .groupBy('job_id', 'state')
    .select('job_id', 'state')
    .count({ n: '*' })) as unknown as { job_id: string; state: string; n: number }[]
  const count = (jobId: string, state: string) => counts.find((row) => row.job_id === jobId && row.state === state)?.n ?? 0
  return rows.map((row) => ({
    id: row.id,
    clientId,
    kind: row.kind,
    state: row.state,
    title: JSON.parse(row.title_json) as JobSummary['title'],
    total: row.total,
    done: count(row.id, 'done'),
    failed: count(row.id, 'failed'),
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: parse<Failure>(row.error_json)
  }))
}

/** @throws AppError `not-found.job` */
export async function getJobSummary(db: Db, clientId: string, jobId: string): Promise<JobSummary> {
  const rows = (await db('job').where({ id: jobId })) as StoredJob[]
  const [summary] = await summarize(db, clientId, rows)
  if (!summary) throw new AppError('not-found.job', { job: jobId })
  return summary
}

/** Newest first; what was cleared from the list is left out. */
export async function listJobs(db: Reader, clientId: string, page: { offset: number; limit: number }) {
  const shown = () => db('job').whereNull('cleared_at')
  const { n } = (await shown().count({ n: '*' }).first()) as { n: number }
  const rows = (await shown().orderBy('created_at', 'desc').orderBy('id', 'desc').offset(page.offset).limit(page.limit)) as StoredJob[]
  return { total: n, jobs: await summarize(db, clientId, rows) }
}

export async function countItems(db: Db, jobId: string, state?: JobItemState): Promise<number> {
  const { n } = (await db('job_item')
    .where({ job_id: jobId, ...(state && { state }) })
    .count({ n: '*' })
    .first()) as { n: number }
  return n
}

export async function listJobItems(
  db: Reader,
  jobId: string,
  page: { offset: number; limit: number; state?: JobItemState | undefined }
): Promise<JobItem[]> {
  const rows = (await db('job_item')
    .where({ job_id: jobId, ...(page.state && { state: page.state }) })
    .orderBy('position')
    .offset(page.offset)
    .limit(page.limit)) as StoredItem[]
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    state: row.state,
    attempts: row.attempts,
    result: parse(row.result_json),
    error: parse<Failure>(row.error_json)
  }))
}

/** All items of a job, in order, as the runner and the kinds use them. */
export async function listItemRows(db: Db, jobId: string, states?: JobItemState[]): Promise<JobItemRow[]> {
  const query = db('job_item').where({ job_id: jobId }).orderBy('position')
  if (states) void query.whereIn('state', states)
  return ((await query) as StoredItem[]).map(toItemRow)
}

export async function setJobState(
  tx: Tx,
  jobId: string,
  state: JobState,
  more: { startedAt?: string; finishedAt?: string | null; result?: Record<string, unknown>; error?: Failure | null } = {}
): Promise<void> {
  await tx('job')
    .where({ id: jobId })
    .update({
      state,
      ...(more.startedAt && { started_at: more.startedAt }),
      ...(more.finishedAt !== undefined && { finished_at: more.finishedAt }),
      ...(more.result && { result_json: JSON.stringify(more.result) }),
      ...(more.error !== undefined && { error_json: more.error && JSON.stringify(more.error) })
    })
}

/** Marks items as begun, so that one which kills the process is known by its second start. */
export async function beginItems(tx: Tx, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 400) {
    await tx('job_item').whereIn('id', ids.slice(from, from + 400)).update({ state: 'running' }).increment('attempts', 1)
  }
}

export async function settleItem(tx: Tx, itemId: string, outcome: ItemOutcome, at: string): Promise<void> {
  await tx('job_item')
    .where({ id: itemId })
    .whereIn('state', ['running', 'waiting'])
    .update({
      state: outcome.state,
      result_json: outcome.state === 'done' ? JSON.stringify(outcome.result) : null,
      error_json: outcome.state === 'failed' ? JSON.stringify(outcome.error) : null,
      finished_at: at
    })
}

export async function setItemStates(tx: Tx, jobId: string, from: JobItemState[], to: JobItemState): Promise<void> {
  await tx('job_item').where({ job_id: jobId }).whereIn('state', from).update({ state: to })
}

/** A job asked to run its failures again starts their count afresh. */
export async function requeueFailed(tx: Tx, jobId: string): Promise<void> {
  await tx('job_item')
    .where({ job_id: jobId, state: 'failed' })
    .update({ state: 'waiting', attempts: 0, error_json: null, finished_at: null })
}

export async function listUnfinishedJobs(db: Db): Promise<JobRow[]> {
  return ((await db('job').whereIn('state', unfinished).orderBy('created_at')) as StoredJob[]).map(toJobRow)
}

export async function clearFinished(tx: Tx, at: string): Promise<number> {
  return tx('job').whereIn('state', ['done', 'cancelled', 'failed']).whereNull('cleared_at').update({ cleared_at: at })
}

/** Items under way when their job was stopped wait again and keep both their starts, since they are no suspects. */
export async function requeueRunning(tx: Tx, jobId: string): Promise<void> {
  await tx('job_item').where({ job_id: jobId, state: 'running' }).decrement('attempts', 1)
  await setItemStates(tx, jobId, ['running'], 'waiting')
}

/** After a kill of the whole app. */
export async function interruptJob(tx: Tx, jobId: string): Promise<void> {
  await requeueRunning(tx, jobId)
  await setJobState(tx, jobId, 'interrupted')
}
