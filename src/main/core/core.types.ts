import type { Readable } from 'node:stream'
import type { AppClient } from '../../shared/contract'
import type { AppEvent } from '../../shared/contract/events'
import type { DueTarget } from '../../shared/host/due-target'
import type { HostCapability } from '../../shared/features/system/system.contract'
import type { CoreServices } from './context'
import type { MediaProcess } from './media/media-process'
import type { ProgramHost } from './media/programs'
import type { ParseProcess } from './parse/parse-process'
import type { ReportProcess } from './reports/report-process'

/** Levels and a name for what happened; never content of clients: no captions, names of people, paths or tokens. */
export interface Logger {
  info(event: string, facts?: Record<string, string | number | boolean>): void
  error(event: string, facts?: Record<string, string | number | boolean>): void
}

/** Plain text for a notice of the system. */
export interface DueNotice {
  title: string
  body: string
  /** What a click brings up. */
  target: DueTarget
}

/** What the machine around the core can do. A host leaves out what it cannot. */
export interface HostServices {
  /** Shows the system's folder dialog; undefined when closed. */
  pickFolder?(purpose: 'export' | 'adopt' | 'programs'): Promise<string | undefined>
  /** Shows a file or folder that the app made in the file manager. */
  reveal?(path: string): Promise<void>
  /** Opens an address that the URL gate let through. */
  openExternal?(url: string): Promise<void>
  /** Shows a notice of the system; a click on it brings up what it is about. */
  notify?(notice: DueNotice): Promise<void>
  capabilities: HostCapability[]
}

export interface CoreOptions {
  /** Folder of the app's data: `catalog.sqlite`, `workspaces/`, `incoming/`, `exports/`. Made when missing. */
  home: string
  /** Folder with fonts and report templates (`resources/` in the repository). */
  resources: string
  version: string
  hostName: 'electron' | 'loopback' | 'cli' | 'test'
  host?: HostServices
  spawnMedia: () => MediaProcess
  spawnReport: () => ReportProcess
  spawnParse: () => ParseProcess
  /** Finds and runs ffprobe and ffmpeg where the machine has them; without it, videos are kept unread. */
  programs?: ProgramHost
  now?: () => Date
  newId?: () => string
  logger?: Logger
}

/** A file that a signed address stands for. */
export interface MediaFile {
  path: string
  contentType: string
  bytes: number
  /** File name for a download; undefined for pictures shown in place. */
  downloadName?: string
  /** A drawing (SVG) that the app made itself: good as a picture in the page, still a download when it is opened alone. */
  isOwnDrawing?: boolean
}

export interface Core {
  /** The oRPC router; a host hands it the context `{ core: core.services }`. */
  router: CoreRouter
  services: CoreServices
  /** The same operations, in process. */
  client: AppClient
  subscribe(listener: (event: AppEvent) => void): () => void
  /** The file behind a relative address that the core gave out (`/media/…`); undefined when forged or expired. */
  openMedia(path: string): Promise<MediaFile | undefined>
  /** Streams an upload into the app's own folder and answers with its one-time token. */
  receiveUpload(fileName: string, body: Readable): Promise<{ token: string; bytes: number }>
  /** For hosts that hold real paths (dialogs, command line): a token that stands for the path. */
  registerPath(path: string): string
  /** Finishes what is being written, pauses jobs as interrupted, closes databases and child processes. */
  close(): Promise<void>
}

export type CoreRouter = import('./router').CoreRouter
