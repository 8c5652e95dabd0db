import { isAppError } from '../../shared/errors/app-error'
import type { Logger } from './core.types'

/** A failure as the log may have it: its code or name, and where in the code. Messages could hold content and stay out. */
export function factsOf(error: unknown): Record<string, string> {
  if (isAppError(error)) return { name: error.code }
  if (!(error instanceof Error)) return { name: 'unknown' }
  // A message of many lines stands above the places, also in the stack.
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, stack: places.slice(0, 5).join(' | ').slice(0, 600) }
}

/** Logs a failure that stops nobody. */
export function logFailure(logger: Logger, event: string, error: unknown): void {
  logger.error(event, factsOf(error))
}
