import type { ParseErrorCode, ParseFailure } from '../../../shared/parse/protocol'

/** An expected failure inside the parse process; it crosses to the core as its code and data. */
export class ParseError extends Error {
  constructor(
    readonly code: ParseErrorCode,
    readonly data: Record<string, string | number> = {},
    options?: { cause?: unknown }
  ) {
    super(code, options)
    this.name = 'ParseError'
  }
}

const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** What is no failure of ours is a fault in the file: parsers throw at what they cannot read. */
export function asFailure(error: unknown): ParseFailure {
  if (error instanceof ParseError) return { code: error.code, data: error.data }
  const reason = systemCode(error)
  if (reason) return { code: 'unavailable.parse-file', data: { reason } }
  return { code: 'corrupt.import', data: { detail: 'unreadable' } }
}
