import type { CoreServices } from './context'
import { logFailure } from './log-failure'

/** Calls again and again until it is stopped. */
export type Repeat = (work: () => void, every: number) => () => void

export const repeatWithTimer: Repeat = (work, every) => {
  const timer = setInterval(work, every)
  timer.unref()
  return () => clearInterval(timer)
}

export interface ClockWatch {
  /** Looks at the clock now; resolves when what it came to was told. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** Looks at the clock again and again, one look at a time: the next one waits for its turn, and a failed one does not end the watch. */
export function watchClock(core: CoreServices, { name, every, repeat, lookNow }: { name: string; every: number; repeat: Repeat; lookNow: () => Promise<void> }): ClockWatch {
  let looking: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => {
    looking = looking.then(() => core.workspaces.during(lookNow)).catch((error: unknown) => logFailure(core.logger, `${name}-failed`, error))
    return looking
  }
  const stopTimer = repeat(() => void look(), every)
  return {
    look,
    async stop() {
      stopTimer()
      await looking
    }
  }
}
