import { ORPCError, ValidationError } from '@orpc/server'
import { isAppError } from '../../shared/errors/app-error'
import { categoryOf, errorCategories } from '../../shared/errors/codes'
import type { Logger } from './core.types'

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

/** What a handler threw, as the contract's error: expected ones by their code, bugs as `internal.unexpected`. */
export function translateError(error: unknown, operation: string, newId: () => string, logger: Logger): unknown {
  if (isAppError(error)) return asOrpcError(error.code, error.data, error)
  if (error instanceof ORPCError) {
    const { cause } = error as ORPCError<string, unknown> & { cause?: unknown }
    if (error.code !== 'BAD_REQUEST' || !(cause instanceof ValidationError)) return error
    const issues = cause.issues.map((issue) => ({ path: issuePath(issue as Issue), message: issue.message }))
    return asOrpcError('validation.input', { issues }, error)
  }
  const reference = newId().slice(-12)
  // The stack names code, never content; the message could hold content and stays out.
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join(' | ').slice(0, 600) : ''
  logger.error('operation-failed', { operation, reference, name: error instanceof Error ? error.name : 'unknown', stack })
  return asOrpcError('internal.unexpected', { reference }, error)
}
