import type { Knex } from 'knex'
import type { AppEvent } from '../../shared/contract/events'
import type { CoreOptions, Logger } from './core.types'
import type { JobRunner } from './jobs/jobs.types'
import type { LoggedDatabase } from './db/logged-database'
import type { EventHub } from './events'
import type { MediaPool } from './media/media-pool.types'
import type { VideoTools } from './media/video-tools'
import type { FileTokens } from './files/file-tokens'
import type { MediaUrls } from './files/media-urls'
import type { HomeFolders } from './workspaces/folders'
import type { WorkspaceRegistry } from './workspaces/workspaces'
import type { Workspace } from './workspaces/workspaces.types'
import type { ParsePool } from './parse/parse-pool'
import type { ReportPool } from './reports/report-pool'

/** Reads only: the connection behind it has `query_only` on. */
export type Reader = Knex
/** A write transaction of one command or of one job item. */
export type Tx = Knex.Transaction

/** What lives as long as the core does. */
export interface CoreServices {
  options: CoreOptions
  now(): string
  newId(): string
  logger: Logger
  home: HomeFolders
  catalog: LoggedDatabase
  workspaces: WorkspaceRegistry
  jobs: JobRunner
  media: MediaPool
  videos: VideoTools
  reports: ReportPool
  parse: ParsePool
  tokens: FileTokens
  urls: MediaUrls
  events: EventHub
  emit(event: AppEvent): void
}

/** Figures for the sentence of a step: "12 assets moved to the trash". */
export type StepData = Record<string, string | number>

/** What a handler receives. `operation` is the dotted name, which also names the step in the change log. */
export interface CallContext {
  core: CoreServices
  operation: string
  signal?: AbortSignal
  /** The client's workspace, opened when needed; throws `not-found.client`, `conflict.workspace-locked` and the like. */
  workspace(clientId: string): Promise<Workspace>
  /**
   * Runs a command: one write transaction and one step of the change log. Refuses an archived client unless
   * `allowArchived`. Everybody who listens hears `workspace.changed` after the commit.
   */
  command<T>(clientId: string, run: (tx: Tx, workspace: Workspace) => Promise<T>, options?: CommandOptions): Promise<T>
}

export interface CommandOptions {
  data?: StepData
  allowArchived?: boolean
  /** Commands with the same key that follow each other closely are one step to undo: typing. */
  merge?: string
}
