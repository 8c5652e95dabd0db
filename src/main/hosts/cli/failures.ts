import { CommanderError } from 'commander'
import { categoryOf, errorCategories, type ErrorCategory } from '../../../shared/errors/codes'
import { explain } from '../../../shared/errors/explain'
import type { Translator } from '../../../shared/i18n'
import type { Answer } from './answer'

/** An error as the command line tells it. */
export interface Failure {
  code: string
  category: ErrorCategory
  message: string
  data: Record<string, unknown>
}

export const INTERRUPTED_EXIT_CODE = 130

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Codes as the contract layer names them before ours are reached. */
const foreignCodes: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'validation.input',
  NOT_FOUND: 'not-found.operation',
  INTERNAL_SERVER_ERROR: 'internal.unexpected'
}

/** The code and data of whatever was thrown; what has neither is a bug. */
export function codeOf(thrown: unknown): { code: string; data: Record<string, unknown> } {
  if (thrown instanceof CommanderError) {
    const message = thrown.message.replace(/^error: /, '')
    return { code: 'validation.input', data: { issues: [{ path: '', message }] } }
  }
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') {
    return { code: 'internal.unexpected', data: { reference: thrown instanceof Error ? thrown.message : String(thrown) } }
  }
  const data = 'data' in thrown && isRecord(thrown.data) ? thrown.data : {}
  const code = foreignCodes[thrown.code] ?? thrown.code
  if (code.includes('.')) return { code, data }
  // A system error that nobody translated: its name is all there is to look up.
  return { code: 'internal.unexpected', data: { reference: `${thrown.code}: ${thrown.message}` } }
}

/** A thrown error in words and figures. */
export function failureOf(thrown: unknown, t: Translator): Failure & { advice: string } {
  const { code, data } = codeOf(thrown)
  const words = explain(code, data, t)
  const message = [words.what, words.why].filter(Boolean).join(' ')
  return { code, category: categoryOf(code), message, data, advice: words.do }
}

export const exitCodeOf = (category: ErrorCategory): number => errorCategories[category].exitCode

/** What a failed command prints, with hints of the command line's own after the sentences. */
export function failed(thrown: unknown, t: Translator, hints: readonly string[] = []): Answer {
  const { advice, ...error } = failureOf(thrown, t)
  const words = explain(error.code, error.data, t)
  const lines = [words.what, words.why, ...(hints.length > 0 ? hints : [advice])].filter(Boolean)
  return { json: { error }, lines, exitCode: exitCodeOf(error.category) }
}
