import type { ParseReply, ParseRequest } from '../../../shared/parse/protocol'

/** A running parse process, whichever host started it: memory capped, without `__proto__`. */
export interface ParseProcess {
  send(message: ParseRequest): void
  onMessage(listener: (reply: ParseReply) => void): void
  /** Called once; `detail` is an exit code or a signal, for the log. */
  onExit(listener: (detail: string) => void): void
  kill(): void
}

export type SpawnParse = () => ParseProcess
