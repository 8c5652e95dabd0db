import type { JobItemState, JobKind, JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { CoreServices, Tx } from '../context'
import type { Workspace } from '../workspaces/workspaces.types'

/** An item as planned, before anything runs. */
export interface PlannedItem {
  /** Hash of everything that decides the output; unique in the job, and it names the file. */
  key: string
  /** Items of one group run together, in one call: all placements of one photograph. */
  group: string
  /** What a person reads in the report: a file name. */
  label: string
  payload: Record<string, unknown>
}

export interface JobItemRow extends PlannedItem {
  id: string
  jobId: string
  state: JobItemState
  attempts: number
  result: Record<string, unknown> | null
}

export interface JobRow {
  id: string
  kind: JobKind
  state: JobState
  input: Record<string, unknown>
  /** Step of the change log that the job's items write to; null where it changes no user table. */
  stepId: number | null
  createdAt: string
}

export type ItemOutcome =
  | { state: 'done'; result: Record<string, unknown> }
  | { state: 'failed'; error: { code: string; data: Record<string, unknown> } }

export interface JobContext {
  core: CoreServices
  workspace: Workspace
  job: JobRow
}

/**
 * A kind of job: what there is to do, and how one group of it is done. The loop, the states, progress, pause, cancel
 * and the second start after a crash belong to the runner.
 */
export interface JobKindDefinition {
  kind: JobKind
  /** Runs before the job is stored; reads, and throws what the operation answers with. */
  plan(core: CoreServices, workspace: Workspace, input: Record<string, unknown>): Promise<JobPlan>
  /**
   * Does the items and settles each exactly once. `settle` stores outcome and extra rows in one transaction; files must
   * be in place before it is called. Throwing fails the items that are not settled; a throw because of `signal` leaves
   * them waiting.
   */
  runGroup(context: JobContext, items: JobItemRow[], signal: AbortSignal, settle: SettleItem): Promise<void>
  /** After the last item, whether done or failed: manifest and contact sheet. Must be repeatable. */
  finish?(context: JobContext, signal: AbortSignal): Promise<Record<string, unknown>>
  /** Before items start again after a kill: removes half files. */
  recover?(context: JobContext, items: JobItemRow[]): Promise<void>
  /** How many groups may run at a time; 2 unless said. */
  parallel?: number
}

export interface JobPlan {
  title: Record<string, string | number>
  items: PlannedItem[]
  /** What `input` becomes in the row: tokens resolved to paths, defaults filled in. */
  stored: Record<string, unknown>
  /** Asks for a step of the change log under this operation. */
  step?: { operation: string; data?: Record<string, string | number> }
}

/** The outcome, or what works it out inside the transaction that stores it, together with the rows that go with it. */
export type SettledOutcome = ItemOutcome | ((tx: Tx) => Promise<ItemOutcome>)
export type SettleItem = (itemId: string, outcome: SettledOutcome, alsoStore?: (tx: Tx) => Promise<void>) => Promise<void>

export interface JobRunner {
  register(definition: JobKindDefinition): void
  start(clientId: string, kind: JobKind, input: Record<string, unknown>): Promise<string>
  pause(clientId: string, jobId: string): Promise<JobSummary>
  resume(clientId: string, jobId: string): Promise<JobSummary>
  cancel(clientId: string, jobId: string): Promise<JobSummary>
  /** Resolves when the job stands still: done, failed, cancelled or paused. */
  settled(clientId: string, jobId: string): Promise<JobSummary>
  /** Stops the work of one workspace (or all), leaving jobs `interrupted`. */
  stop(clientId?: string): Promise<void>
  /** True while a job of the client is under way or waits for its turn. */
  isBusy(clientId: string): boolean
}
