import { AppError } from '../../../shared/errors/app-error'
import type { CompileRequest, CompileResult, ReportReply, ReportRequest } from '../../../shared/reports/protocol'
import type { ReportProcess } from './report-process'

/**
 * Door to the report process. Rejects with an `AppError` whose code is one of `REPORT_ERROR_CODES`:
 * `unavailable.report-process` when the process died, `unavailable.report-timeout`, or what was wrong with the document.
 */
export interface ReportPool {
  compile(request: CompileRequest): Promise<CompileResult>
  /** Ends the process; what still runs is rejected. Resolves once no process is left. */
  close(): Promise<void>
}

export interface ReportPoolOptions {
  spawn: () => ReportProcess
  newId: () => string
  /** A document that takes longer has hung: its process is ended, ms. */
  timeoutMs?: number
}

interface Waiting {
  resolve(result: CompileResult): void
  reject(error: AppError): void
  timer: NodeJS.Timeout
}

interface Running {
  process: ReportProcess
  waiting: Map<string, Waiting>
  exited: Promise<void>
}

const TIMEOUT_MS = 120_000

function settle(running: Running, reply: ReportReply): void {
  if (reply.kind === 'ready') return
  const waiting = running.waiting.get(reply.id)
  if (!waiting) return
  running.waiting.delete(reply.id)
  clearTimeout(waiting.timer)
  if (reply.kind === 'compiled') waiting.resolve(reply.result)
  else waiting.reject(new AppError(reply.error.code, reply.error.data))
}

function loseAll(running: Running): void {
  for (const waiting of running.waiting.values()) {
    clearTimeout(waiting.timer)
    waiting.reject(new AppError('unavailable.report-process', {}))
  }
  running.waiting.clear()
}

/** One report process, started with the first document and again after it died. */
export function createReportPool({ spawn, newId, timeoutMs = TIMEOUT_MS }: ReportPoolOptions): ReportPool {
  let running: Running | null = null
  let closed = false
  /** Those that have not ended, the ones that are ending among them. */
  const alive = new Set<Running>()

  const start = (): Running => {
    const process = spawn()
    let ended = (): void => undefined
    const exited = new Promise<void>((resolve) => {
      ended = resolve
    })
    const started: Running = { process, waiting: new Map(), exited }
    alive.add(started)
    process.onMessage((message) => settle(started, message as ReportReply))
    process.onExit(() => {
      alive.delete(started)
      if (running === started) running = null
      loseAll(started)
      ended()
    })
    return started
  }

  const hung = (from: Running, id: string): void => {
    from.waiting.get(id)?.reject(new AppError('unavailable.report-timeout', { seconds: Math.round(timeoutMs / 1000) }))
    from.waiting.delete(id)
    // The next document must not go to a process that is ending.
    if (running === from) running = null
    from.process.kill()
  }

  return {
    compile(request) {
      if (closed) return Promise.reject(new AppError('unavailable.report-process', {}))
      running ??= start()
      const from = running
      const message: ReportRequest = { id: newId(), kind: 'compile', request }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => hung(from, message.id), timeoutMs)
        timer.unref()
        from.waiting.set(message.id, { resolve, reject, timer })
        from.process.send(message)
      })
    },
    async close() {
      closed = true
      if (running) {
        running.process.kill()
        loseAll(running)
      }
      await Promise.all([...alive].map(({ exited }) => exited))
    }
  }
}
