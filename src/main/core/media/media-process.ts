import type { MediaReply, MediaRequest } from '../../../shared/media/protocol'

/** A running media process, whichever host started it. */
export interface MediaProcess {
  send(message: MediaRequest): void
  onMessage(listener: (reply: MediaReply) => void): void
  /** Called once; `detail` is an exit code or a signal, for the log. */
  onExit(listener: (detail: string) => void): void
  kill(): void
}

/** Starts a media process with `VIPS_BLOCK_UNTRUSTED=1` in its environment. */
export type SpawnMedia = () => MediaProcess
