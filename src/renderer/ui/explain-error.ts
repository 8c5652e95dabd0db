import { explain, type Explanation } from '@shared/errors/explain'
import type { Translator } from '@shared/i18n'
import type { ErrorLike } from './ui.types'

/** The code and data of anything that was thrown; what has no code is a fault of the app. */
export function toErrorLike(error: unknown): ErrorLike {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {}
    return { code: error.code, data: { ...data } }
  }
  return { code: 'internal.unexpected', data: {} }
}

/** What happened, why, and what can be done, for anything that was thrown. */
export function explainError(error: unknown, t: Translator): Explanation {
  const { code, data = {} } = toErrorLike(error)
  return explain(code, data, t)
}
