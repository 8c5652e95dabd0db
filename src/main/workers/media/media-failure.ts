import type { MediaErrorCode, MediaFailure } from '../../../shared/media/protocol'

/** An expected failure inside the media process; it crosses to the core as its code and data. */
export class MediaError extends Error {
  constructor(
    readonly code: MediaErrorCode,
    readonly data: Record<string, string | number> = {},
    options?: { cause?: unknown }
  ) {
    super(code, options)
    this.name = 'MediaError'
  }
}

const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** The error of a file that could not be read. */
export const readFailure = (error: unknown): MediaError =>
  error instanceof MediaError
    ? error
    : new MediaError('not-found.media-file', { reason: systemCode(error) ?? 'unknown' }, { cause: error })

/** The error of a file that could not be written. */
export const writeFailure = (error: unknown): MediaError => {
  const reason = systemCode(error) ?? 'unknown'
  const full = reason === 'ENOSPC' || reason === 'EDQUOT'
  return new MediaError(full ? 'unavailable.disk-full' : 'unavailable.media-write', { reason }, { cause: error })
}

/** The error of pixels that could not be decoded: the first line of what the decoder said, for the log. */
export const decodeFailure = (error: unknown): MediaError => {
  if (error instanceof MediaError) return error
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  return new MediaError('corrupt.image', { detail: said.slice(0, 120) }, { cause: error })
}

export const asFailure = (error: unknown): MediaFailure => {
  if (error instanceof MediaError) return { code: error.code, data: error.data }
  const said = error instanceof Error ? error.message : String(error)
  return { code: 'internal.media', data: { detail: said.slice(0, 200) } }
}

export const throwIfCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new MediaError('cancelled.media')
}
