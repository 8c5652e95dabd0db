import { hasMessage, type MessageValues, type Translator } from '../i18n'

/** An error in words: what happened, why, and what can be done about it. */
export interface Explanation {
  what: string
  why: string
  do: string
}

type ErrorData = Readonly<Record<string, unknown>>

const isIssue = (value: unknown): value is { path: string; message: string } =>
  typeof value === 'object' && value !== null && 'path' in value && 'message' in value

function inWords(value: unknown): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (isIssue(value)) return value.path ? `${value.path}: ${value.message}` : value.message
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  return value === null || value === undefined ? undefined : String(value)
}

/** The data of an error as values for a sentence: lists joined, issues as `field: message`. */
export function sentenceValues(data: ErrorData): MessageValues {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inWords(value)]))
}

/** `reason` and `detail` hold codes of their own: one of the error's, one of the system's, or another error's. */
function reasonInWords(code: string, part: 'reason' | 'detail', data: ErrorData, t: Translator): string | undefined {
  const reason = data[part]
  if (typeof reason !== 'string') return undefined
  const key = [`errors.${code}.${part}.${reason}`, `errors.reason.${reason}`, `errors.${reason}.what`].find(hasMessage)
  return key ? t(key, sentenceValues(data)) : reason
}

/**
 * The sentences of an error code. A code without sentences (of a newer version) is told as unknown, with its code.
 */
export function explain(code: string, data: ErrorData, t: Translator): Explanation {
  const known = hasMessage(`errors.${code}.what`)
  const values = {
    ...sentenceValues(data),
    code,
    reason: reasonInWords(code, 'reason', data, t),
    detail: reasonInWords(code, 'detail', data, t)
  }
  const say = (part: keyof Explanation): string => {
    const key = `errors.${known ? code : 'unknown'}.${part}`
    return hasMessage(key) ? t(key, values) : ''
  }
  return { what: say('what'), why: say('why'), do: say('do') }
}
