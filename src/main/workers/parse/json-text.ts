import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { ParseError } from './parse-failure'

const BACKSLASH = 92
const QUOTE = 34

/** Refuses text that nests deeper, or holds more parts, than any real export: what parses would fail later, in the middle of something else. */
export function checkDepth(text: string): void {
  let depth = 0
  let parts = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === 91 || code === 123) {
      depth += 1
      parts += 1
      if (parts > PARSE_LIMITS.jsonParts) throw new ParseError('unsupported.import-size', { what: 'json', limit: PARSE_LIMITS.jsonParts })
      if (depth > PARSE_LIMITS.jsonDepth) throw new ParseError('unsupported.import-depth', { limit: PARSE_LIMITS.jsonDepth })
    } else if (code === 93 || code === 125) depth -= 1
  }
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) return at
  }
  return text.length
}

/** The value behind `window.YTD.tweets.part0 = `, as X writes its archive, or of plain JSON. */
export function parseJson(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '').replace(/^\s*window\.[\w.$]+\s*=\s*/, '')
  checkDepth(plain)
  try {
    return JSON.parse(plain) as unknown
  } catch (error) {
    throw new ParseError('corrupt.import', { detail: 'json' }, { cause: error })
  }
}

export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own property only: a file may name one `constructor`. */
export const own = (record: JsonRecord, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined)

export function asText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}

export const listOf = (value: unknown): JsonRecord[] => (Array.isArray(value) ? value.filter(isRecord) : [])
