import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { RefusalKind } from '../web'
import { createAttempts } from './attempts'
import { loopbackLimits } from './limits'

/** Either what was asked for, or why not; `waitMs` goes with `attempts`. */
export type SessionAnswer<T> = T | { refused: RefusalKind; waitMs: number }

/**
 * A launch code works once and gives a session token; both are 32 random bytes and live in memory only.
 * An open session is never locked out by somebody else's guesses; launch codes are, for the time being.
 */
export interface Sessions {
  issueCode(): string
  swap(code: string): SessionAnswer<{ token: string }>
  check(token: string | undefined): SessionAnswer<{ ok: true }>
  /** Makes every token and code worthless. */
  clear(): void
}

const secret = () => randomBytes(32).toString('base64url')
const digest = (value: string) => createHash('sha256').update(value).digest()

/** Looks at every member, so that the time taken tells nothing. */
function findEqual(members: Iterable<Buffer>, value: string): Buffer | undefined {
  const wanted = digest(value)
  let found: Buffer | undefined
  for (const member of members) if (timingSafeEqual(member, wanted)) found = member
  return found
}

export function createSessions({ now = Date.now }: { now?: () => number } = {}): Sessions {
  const codes = new Set<Buffer>()
  const tokens = new Set<Buffer>()
  const attempts = createAttempts({ free: loopbackLimits.freeAttempts, now })
  const refused = (kind: RefusalKind) => {
    const waitMs = attempts.waitMs()
    if (waitMs > 0) return { refused: 'attempts' as const, waitMs }
    attempts.failed()
    return { refused: kind, waitMs: 0 }
  }
  return {
    issueCode() {
      const code = secret()
      codes.add(digest(code))
      return code
    },
    swap(code) {
      const found = attempts.waitMs() > 0 ? undefined : findEqual(codes, code)
      if (!found) return refused('code')
      codes.delete(found)
      attempts.reset()
      const token = secret()
      tokens.add(digest(token))
      return { token }
    },
    check(token) {
      return token !== undefined && findEqual(tokens, token) ? { ok: true } : refused('session')
    },
    clear() {
      codes.clear()
      tokens.clear()
    }
  }
}
