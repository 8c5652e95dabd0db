/** Ends a host that no page uses and that has nothing to do. */
export interface IdleWatch {
  /** Call when a page asks for something; call the answer when that is over. */
  begin(): () => void
  stop(): void
}

interface IdleWatchOptions {
  idleMs: number
  /** True while something runs that must not be cut off. */
  busy: () => boolean
  onIdle: () => void
  now?: () => number
}

export function createIdleWatch({ idleMs, busy, onIdle, now = Date.now }: IdleWatchOptions): IdleWatch {
  let open = 0
  let lastUse = now()
  const timer = setInterval(() => {
    if (open > 0 || busy()) lastUse = now()
    if (now() - lastUse < idleMs) return
    clearInterval(timer)
    onIdle()
  }, Math.max(10, Math.min(60_000, idleMs / 10)))
  timer.unref()
  return {
    begin() {
      open += 1
      let over = false
      return () => {
        if (over) return
        over = true
        open -= 1
        lastUse = now()
      }
    },
    stop: () => clearInterval(timer)
  }
}
