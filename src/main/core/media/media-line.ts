import type { MediaReply } from '../../../shared/media/protocol'
import type { MediaCall, MediaEnd } from './media-call'
import type { MediaProcess, SpawnMedia } from './media-process'

export interface MediaLineOptions {
  spawn: SpawnMedia
  /** Requests under way at once. */
  inFlight: number
  /** A request that says nothing for so long has hung, ms. */
  silenceMs: number
  /** For the log: no paths in it. */
  warn: (event: string, facts: Record<string, string | number>) => void
}

interface Running {
  process: MediaProcess
  calls: Map<string, MediaCall>
  exited: Promise<void>
}

/** One media process and the requests that wait for it. Started with the first request, and anew after it ended. */
export class MediaLine {
  private readonly waiting: MediaCall[] = []
  private running: Running | null = null

  constructor(private readonly options: MediaLineOptions) {}

  /** Requests waiting and under way. */
  get load(): number {
    return this.waiting.length + (this.running?.calls.size ?? 0)
  }

  async call(call: MediaCall, signal?: AbortSignal): Promise<MediaEnd> {
    const stop = (): void => this.cancel(call)
    signal?.addEventListener('abort', stop, { once: true })
    this.waiting.push(call)
    if (signal?.aborted) stop()
    this.advance()
    try {
      return await call.answer
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  async close(): Promise<void> {
    for (const call of this.waiting.splice(0)) call.fail('cancelled.media')
    const last = this.running
    if (!last) return
    for (const call of last.calls.values()) call.fail('cancelled.media')
    last.calls.clear()
    last.process.kill()
    await last.exited
  }

  private mayStart(call: MediaCall): boolean {
    const calls = [...(this.running?.calls.values() ?? [])]
    if (call.suspect) return calls.length === 0
    return calls.length < this.options.inFlight && !calls.some((other) => other.suspect)
  }

  private advance(): void {
    for (let call = this.waiting[0]; call && this.mayStart(call); call = this.waiting[0]) {
      this.waiting.shift()
      this.running ??= this.start()
      this.running.calls.set(call.id, call)
      this.watch(this.running, call)
      this.running.process.send(call.remaining())
    }
  }

  private start(): Running {
    const process = this.options.spawn()
    let ended = (): void => undefined
    const exited = new Promise<void>((resolve) => {
      ended = resolve
    })
    const running: Running = { process, calls: new Map(), exited }
    process.onMessage((reply) => this.receive(running, reply))
    process.onExit((detail) => {
      ended()
      this.lose(running, detail)
    })
    return running
  }

  private receive(from: Running, reply: MediaReply): void {
    if (reply.kind === 'ready') return
    const call = from.calls.get(reply.id)
    if (!call) return
    if (reply.kind === 'output') {
      this.watch(from, call)
      call.report(reply)
      return
    }
    from.calls.delete(reply.id)
    call.finish(reply)
    this.advance()
  }

  private watch(from: Running, call: MediaCall): void {
    call.expectWithin(this.options.silenceMs, () => {
      this.options.warn('media-silent', { kind: call.work.kind })
      from.calls.delete(call.id)
      call.fail('unavailable.media-timeout', call.describe())
      this.abandon(from)
      from.process.kill()
      this.advance()
    })
  }

  private cancel(call: MediaCall): void {
    const at = this.waiting.indexOf(call)
    if (at >= 0) {
      this.waiting.splice(at, 1)
      call.fail('cancelled.media')
    } else if (this.running?.calls.get(call.id) === call) {
      this.running.process.send({ kind: 'cancel', id: call.id })
    }
  }

  /** No new request goes to a process that is ending. */
  private abandon(from: Running): void {
    if (this.running === from) this.running = null
  }

  /** The only request of a dead process is to blame for it; of several, each gets a second try alone. */
  private lose(from: Running, detail: string): void {
    this.abandon(from)
    const calls = [...from.calls.values()]
    from.calls.clear()
    if (calls.length > 0) this.options.warn('media-exited', { end: detail.split(':', 1)[0] ?? '', lost: calls.length })
    const [only] = calls
    if (calls.length === 1 && only) {
      only.fail('unavailable.media-process', { ...only.describe(), detail })
    } else {
      for (const call of calls) call.suspect = true
      this.waiting.unshift(...calls)
    }
    this.advance()
  }
}
