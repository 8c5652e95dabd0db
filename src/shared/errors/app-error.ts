/**
 * An expected failure: it has a code that programs match and data that the sentence for people is filled from.
 * Anything else that is thrown is a bug and reaches the person as `internal.unexpected`.
 */
export class AppError extends Error {
  readonly code: string
  readonly data: Record<string, unknown>

  constructor(code: string, data: Record<string, unknown> = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

/** True for an `AppError`, also for one that another copy of this module made (bundles may hold two). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error
}
