import { hasMessage, type MessageKey, type MessageValues, type Translator } from '@shared/i18n'
import type { ErrorLike } from './ui.types'

/** What happened, why, and what can be done; the last two may be empty. */
export interface ErrorSentences {
  what: string
  why: string
  todo: string
}

/** The code and data of anything that was thrown; what has no code is a fault of the app. */
export function toErrorLike(error: unknown): ErrorLike {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {}
    return { code: error.code, data: { ...data } }
  }
  return { code: 'internal.unexpected', data: {} }
}

function valuesOf(data: Record<string, unknown>): MessageValues {
  const pairs = Object.entries(data).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number'
  )
  return Object.fromEntries(pairs)
}

/** Looks for `error.<code>.what|why|do`, then for the category's sentences, then says that the cause is unknown. */
export function explainError(error: ErrorLike, t: Translator): ErrorSentences {
  const values = { ...valuesOf(error.data ?? {}), code: error.code }
  const category = error.code.split('.', 1)[0] ?? ''
  const sentence = (part: string, fallback: MessageKey | undefined): string => {
    const key = [`error.${error.code}.${part}`, `error.${category}.${part}`].find(hasMessage) ?? fallback
    return key === undefined ? '' : t(key, values)
  }
  const known = hasMessage(`error.${error.code}.what`) || hasMessage(`error.${category}.what`)
  return {
    what: sentence('what', 'ui.error.unknown.what'),
    why: sentence('why', known ? undefined : 'ui.error.unknown.why'),
    todo: sentence('do', undefined)
  }
}
