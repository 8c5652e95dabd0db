import { AppError } from '../../../shared/errors/app-error'
import type { Logger } from '../core.types'
import { MediaCall, type MediaEnd, type MediaProgress, type MediaWork } from './media-call'
import { MediaLine, type MediaLineOptions } from './media-line'
import type { MediaCallOptions, MediaPool } from './media-pool.types'
import type { SpawnMedia } from './media-process'

export type { MediaPool, MediaCallOptions } from './media-pool.types'
export type { MediaProcess, SpawnMedia } from './media-process'

export interface MediaPoolOptions {
  spawn: SpawnMedia
  newId: () => string
  /** Processes; one unless told. */
  size?: number
  /** Requests under way in each process; two unless told. */
  inFlight?: number
  /** A request that says nothing for so long has hung and its process is ended, ms. */
  silenceMs?: number
  logger?: Pick<Logger, 'error'>
}

const SILENCE_MS = 90_000

const unexpected = (end: MediaEnd): AppError => new AppError('internal.media', { detail: `unexpected ${end.kind}` })

const lineOptions = (options: MediaPoolOptions): MediaLineOptions => ({
  spawn: options.spawn,
  inFlight: options.inFlight ?? 2,
  silenceMs: options.silenceMs ?? SILENCE_MS,
  warn: (event, facts) => options.logger?.error(event, facts)
})

/**
 * The pool of media processes. When a process dies, the request it was busy with fails with
 * `unavailable.media-process` (data: kind, path); where there were two, each is tried again alone first.
 */
export const createMediaPool = (options: MediaPoolOptions): MediaPool => {
  const lines = Array.from({ length: options.size ?? 1 }, () => new MediaLine(lineOptions(options)))
  let closed = false

  const send = async (
    work: MediaWork,
    { signal }: MediaCallOptions = {},
    onProgress?: (progress: MediaProgress) => void
  ): Promise<Exclude<MediaEnd, { kind: 'failed' }>> => {
    const line = lines.reduce((least, next) => (next.load < least.load ? next : least))
    const call = new MediaCall(work, onProgress)
    if (closed) throw new AppError('unavailable.media-process', call.describe())
    const end = await line.call(call, signal)
    if (end.kind === 'failed') throw new AppError(end.error.code, end.error.data)
    return end
  }

  return {
    async probe(request, callOptions) {
      const end = await send({ id: options.newId(), kind: 'probe', request }, callOptions)
      if (end.kind !== 'probed') throw unexpected(end)
      return end.facts
    },
    async thumbnail(request, callOptions) {
      const end = await send({ id: options.newId(), kind: 'thumbnail', request }, callOptions)
      if (end.kind !== 'thumbnail') throw unexpected(end)
      return end.result
    },
    async render(request, onOutput, callOptions) {
      const work = { id: options.newId(), kind: 'render' as const, request }
      const end = await send(work, callOptions, (progress) => onOutput(progress.output))
      if (end.kind !== 'done') throw unexpected(end)
    },
    async close() {
      closed = true
      await Promise.all(lines.map((line) => line.close()))
    }
  }
}
