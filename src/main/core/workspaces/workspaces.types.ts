import type { ClientSummary } from '../../../shared/features/clients/clients.contract'
import type { Reader, StepData, Tx } from '../context'

export interface WorkspaceFolders {
  root: string
  originals: string
  renditions: string
  reports: string
  backups: string
}

/** The profile as the workspace itself has it. */
export type ClientProfile = Pick<
  ClientSummary,
  'id' | 'name' | 'color' | 'zone' | 'languages' | 'weekStart' | 'archivedAt' | 'createdAt'
> & { logoFile: string | null }

/** An open workspace: its lock is held until it is closed. */
export interface Workspace {
  id: string
  folders: WorkspaceFolders
  reader: Reader
  profile(): Promise<ClientProfile>
  /** One write transaction and one step of the change log, or the last step once more when it has the same `mergeKey`. */
  command<T>(operation: string, run: (tx: Tx) => Promise<T>, data?: StepData, mergeKey?: string): Promise<T>
  /** A write transaction outside the change log: job rows, imported facts. */
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, and what it overwrites is gone from the file as well. Takes as long as writing the whole file. */
  writeForGood<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /** A further transaction of a step that exists: the items of one drop are one step, so one undo takes all back. */
  continueStep<T>(stepId: number, run: (tx: Tx) => Promise<T>): Promise<T>
  /** Begins a step with no change yet, for work that goes on over many transactions. */
  beginStep(operation: string, data?: StepData): Promise<number>
}

export interface Workspaces {
  open(clientId: string): Promise<Workspace>
  close(clientId: string): Promise<void>
  closeAll(): Promise<void>
}
