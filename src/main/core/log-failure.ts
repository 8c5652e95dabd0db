import { isAppError } from '../../shared/errors/app-error'
import type { Logger } from './core.types'

/** A failure as the log may have it: its code or name, and where in the code. Messages could hold content and stay out. */
export function factsOf(error: unknown): Record<string, string> {
  if (isAppError(error)) return { name: error.code }
  if (!(error instanceof Error)) return { name: 'unknown' }
  // The stack begins with the message as it was, which may have many lines of its own.
  const head = `${error.name}: ${error.message}`
  const stack = error.stack ?? ''
  const places = (stack.startsWith(head) ? stack.slice(head.length) : stack).split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
  return { name: error.name, stack: places.slice(0, 5).join(' | ').slice(0, 600) }
}

/** Logs a failure that stops nobody. */
export function logFailure(logger: Logger, event: string, error: unknown): void {
  logger.error(event, factsOf(error))
}
