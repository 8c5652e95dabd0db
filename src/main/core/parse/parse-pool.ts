import { AppError } from '../../../shared/errors/app-error'
import type { ReadEvent, ReadRequest } from '../../../shared/parse/protocol'
import type { Logger } from '../core.types'
import { ParseCall } from './parse-call'
import type { ParseProcess, SpawnParse } from './parse-process'

export type { ParseProcess, SpawnParse } from './parse-process'

export interface ParseOptions {
  signal?: AbortSignal | undefined
}

type OnEvent = (event: ReadEvent) => void | Promise<void>

/**
 * Door to the process that reads tables, calendars and archives. One file at a time, each told of in events; the next batch
 * of rows is asked for once `onEvent` is through. Rejects with an `AppError` whose code is one of `PARSE_ERROR_CODES`.
 */
export interface ParsePool {
  read(request: ReadRequest, onEvent: OnEvent, options?: ParseOptions): Promise<void>
  /** Ends the process; what still runs is rejected. */
  close(): Promise<void>
}

export interface ParsePoolOptions {
  spawn: SpawnParse
  newId: () => string
  /** A file that says nothing for so long has hung: its process is ended, ms. */
  silenceMs?: number
  logger?: Pick<Logger, 'error'>
}

interface Running {
  process: ParseProcess
  exited: Promise<void>
  call: ParseCall | null
}

const SILENCE_MS = 20_000

class Pool implements ParsePool {
  private running: Running | null = null
  private closed = false
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: ParsePoolOptions) {}

  read(request: ReadRequest, onEvent: OnEvent, { signal }: ParseOptions = {}): Promise<void> {
    const turn = this.last.then(() => this.readNow(request, onEvent, signal))
    this.last = turn.catch(() => undefined)
    return turn
  }

  async close(): Promise<void> {
    this.closed = true
    const from = this.running
    if (!from) return
    from.call?.lost()
    this.abandon(from)
    await from.exited
  }

  private async readNow(request: ReadRequest, onEvent: OnEvent, signal?: AbortSignal): Promise<void> {
    if (this.closed) throw new AppError('unavailable.parse-process', { name: request.name })
    if (signal?.aborted) throw new AppError('cancelled.parse')
    const from = (this.running ??= this.start())
    const { newId, silenceMs = SILENCE_MS } = this.options
    const call = new ParseCall({ id: newId(), request, process: from.process, onEvent, silenceMs, abandon: () => this.abandon(from) })
    from.call = call
    const stop = (): void => call.cancel()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      await call.answer
    } finally {
      signal?.removeEventListener('abort', stop)
      from.call = null
    }
  }

  private start(): Running {
    const process = this.options.spawn()
    let ended = (): void => undefined
    const exited = new Promise<void>((resolve) => {
      ended = resolve
    })
    const started: Running = { process, exited, call: null }
    process.onMessage((reply) => started.call?.hear(reply))
    process.onExit((detail) => {
      ended()
      if (this.running === started) this.running = null
      if (started.call) this.options.logger?.error('parse-exited', { end: detail.split(':', 1)[0] ?? '' })
      started.call?.lost()
    })
    return started
  }

  /** No further file goes to a process that is ending. */
  private abandon(from: Running): void {
    if (this.running === from) this.running = null
    from.process.kill()
  }
}

/** Starts its process with the first file, and anew after it ended. */
export const createParsePool = (options: ParsePoolOptions): ParsePool => new Pool(options)
