import { AppError } from '../../../shared/errors/app-error'
import type { ParseReply, ReadEvent, ReadRequest } from '../../../shared/parse/protocol'
import type { ParseProcess } from './parse-process'

export interface ParseCallOptions {
  id: string
  request: ReadRequest
  process: ParseProcess
  onEvent: (event: ReadEvent) => void | Promise<void>
  /** A file that says nothing for so long has hung, ms. */
  silenceMs: number
  /** The process is no longer to be trusted: it hangs, or works on what nobody waits for. */
  abandon: () => void
}

/** One file being read: who waits for it, and what was said of it so far. */
export class ParseCall {
  readonly answer: Promise<void>
  private settle: { resolve: () => void; reject: (error: unknown) => void } | undefined
  private timer: NodeJS.Timeout | undefined
  private taken: Promise<void> = Promise.resolve()
  private over = false
  /** While we write what came, the process waits for us: that is no silence of its own. */
  private taking = false

  constructor(private readonly options: ParseCallOptions) {
    this.answer = new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
    })
    this.watch()
    options.process.send({ id: options.id, kind: 'read', request: options.request })
  }

  hear(reply: ParseReply): void {
    if (this.over || reply.kind === 'ready' || reply.id !== this.options.id) return
    this.watch()
    if (reply.kind === 'failed') this.end(new AppError(reply.error.code, { ...reply.error.data, name: this.options.request.name }))
    else if (reply.kind === 'event') this.queue(() => this.take(reply.event))
    else this.queue(() => this.end())
  }

  cancel(): void {
    this.options.abandon()
    this.end(new AppError('cancelled.parse'))
  }

  lost(): void {
    this.end(new AppError('unavailable.parse-process', { name: this.options.request.name }))
  }

  private async take(event: ReadEvent): Promise<void> {
    this.taking = true
    clearTimeout(this.timer)
    await this.options.onEvent(event)
    this.taking = false
    if (event.kind === 'rows') this.options.process.send({ id: this.options.id, kind: 'more' })
    this.watch()
  }

  /** One event after the other; where taking one fails, the rest is not wanted. */
  private queue(act: () => void | Promise<void>): void {
    this.taken = this.taken.then(async () => {
      if (!this.over) await act()
    })
    this.taken.catch((error: unknown) => {
      this.options.abandon()
      this.end(error)
    })
  }

  private watch(): void {
    clearTimeout(this.timer)
    if (this.taking || this.over) return
    const { silenceMs, request } = this.options
    this.timer = setTimeout(() => {
      this.options.abandon()
      this.end(new AppError('unavailable.parse-timeout', { name: request.name, seconds: Math.round(silenceMs / 1000) }))
    }, silenceMs)
    this.timer.unref()
  }

  private end(error?: unknown): void {
    if (this.over) return
    this.over = true
    clearTimeout(this.timer)
    if (error === undefined) this.settle?.resolve()
    else this.settle?.reject(error)
  }
}
