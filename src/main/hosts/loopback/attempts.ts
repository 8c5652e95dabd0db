/** Counts wrong guesses. After the free ones each further guess closes the door for longer, up to a minute. */
export interface Attempts {
  /** Milliseconds until guesses are looked at again; 0 when they are. */
  waitMs(): number
  /** Notes a wrong guess. */
  failed(): void
  reset(): void
}

const firstWait = 1000
const longestWait = 60_000

export function createAttempts({ free, now }: { free: number; now: () => number }): Attempts {
  let wrong = 0
  let closedUntil = 0
  return {
    waitMs: () => Math.max(0, closedUntil - now()),
    failed() {
      wrong += 1
      if (wrong < free) return
      closedUntil = now() + Math.min(longestWait, firstWait * 2 ** Math.min(wrong - free, 10))
    },
    reset() {
      wrong = 0
      closedUntil = 0
    }
  }
}
