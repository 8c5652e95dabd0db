import { ORPCError, ValidationError } from '@orpc/server'
import { AppError, isAppError } from '../../shared/errors/app-error'
import { categoryOf, errorCategories } from '../../shared/errors/codes'
import type { CoreServices } from './context'
import { translateSqliteError } from './db/sqlite-errors'
import { factsOf } from './log-failure'

function asOrpcError(code: string, data: Record<string, unknown>, cause: unknown): ORPCError<string, unknown> {
  return new ORPCError(code, { status: errorCategories[categoryOf(code)].status, message: code, data, cause })
}

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[]
}

function issuePath(issue: Issue): string {
  return (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
}

/** Reading meets a failing disk or a damaged file as a bare error of the driver; a caller that went away is no bug. */
function inOurWords(error: unknown, home: string): unknown {
  if (error instanceof Error && error.name === 'AbortError') return new AppError('cancelled.by-person', {}, { cause: error })
  return translateSqliteError(error, home)
}

/** What a handler threw, as the contract's error: expected ones by their code, bugs as `internal.unexpected`. */
export function translateError(thrown: unknown, operation: string, { newId, logger, home }: Pick<CoreServices, 'newId' | 'logger' | 'home'>): unknown {
  const error = inOurWords(thrown, home.root)
  if (isAppError(error)) return asOrpcError(error.code, error.data, error)
  if (error instanceof ORPCError) {
    const { cause } = error as ORPCError<string, unknown> & { cause?: unknown }
    if (error.code !== 'BAD_REQUEST' || !(cause instanceof ValidationError)) return error
    const issues = cause.issues.map((issue) => ({ path: issuePath(issue as Issue), message: issue.message }))
    return asOrpcError('validation.input', { issues }, error)
  }
  const reference = newId().slice(-12)
  logger.error('operation-failed', { operation, reference, ...factsOf(error) })
  return asOrpcError('internal.unexpected', { reference }, error)
}
