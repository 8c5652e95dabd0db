import { basename } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import type { MediaReply, MediaRequest } from '../../../shared/media/protocol'

export type MediaWork = Exclude<MediaRequest, { kind: 'cancel' }>
/** What reports progress. */
export type MediaProgress = Extract<MediaReply, { kind: 'output' }>
/** What ends a request. */
export type MediaEnd = Exclude<MediaReply, { kind: 'ready' | 'output' }>

/** A request on its way: who waits for it, and what it has reported so far. */
export class MediaCall {
  readonly answer: Promise<MediaEnd>
  /** Was under way beside another when their process died; runs alone now, so that the guilty one is known. */
  suspect = false
  private readonly reported = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private settle: { resolve: (end: MediaEnd) => void; reject: (error: AppError) => void } | undefined

  constructor(
    readonly work: MediaWork,
    private readonly onProgress: (progress: MediaProgress) => void = () => undefined
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
    })
  }

  get id(): string {
    return this.work.id
  }

  /** For errors and the log. */
  describe(): Record<string, unknown> {
    const { kind, request } = this.work
    return { kind, path: request.path, request: `${kind} ${basename(request.path)}` }
  }

  /** The request without the outputs that are already there. */
  remaining(): MediaWork {
    if (this.work.kind !== 'render') return this.work
    const outputs = this.work.request.outputs.filter(({ key }) => !this.reported.has(key))
    return { ...this.work, request: { ...this.work.request, outputs } }
  }

  report(progress: MediaProgress): void {
    this.reported.add(progress.output.key)
    this.onProgress(progress)
  }

  /** Starts or restarts the clock that runs while nothing is heard. */
  expectWithin(ms: number, late: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(late, ms)
    this.timer.unref()
  }

  finish(end: MediaEnd): void {
    clearTimeout(this.timer)
    this.settle?.resolve(end)
  }

  fail(code: string, data: Record<string, unknown> = {}): void {
    clearTimeout(this.timer)
    this.settle?.reject(new AppError(code, data))
  }
}
