interface Ahead<T> {
  value: T
  /** What was stored when it was changed; anything else has come since and counts. */
  base: T | undefined
  waiting: number
}

/**
 * Saves of records that are written whole. Changes that follow each other faster than the core answers build on one another,
 * and are written in their order, so that none takes back the one before it.
 * @param stored the record as it is shown
 * @param write answers with the record as it was saved, undefined when that failed
 */
export function useMergedSaves<T extends { id: string }>(
  stored: (id: string) => T | undefined,
  write: (next: T) => Promise<T | undefined>
): (id: string, change: (now: T) => Partial<T>) => void {
  const ahead = new Map<string, Ahead<T>>()
  let last: Promise<unknown> = Promise.resolve()

  function newest(id: string): T | undefined {
    const mine = ahead.get(id)
    const base = stored(id)
    return mine && (mine.waiting > 0 || mine.base === base) ? mine.value : base
  }

  async function send(id: string, next: T): Promise<void> {
    const saved = await write(next)
    const mine = ahead.get(id)
    if (!mine) return
    mine.waiting -= 1
    if (mine.waiting > 0) return
    if (saved === undefined) ahead.delete(id)
    else mine.value = saved
  }

  return (id, change) => {
    const now = newest(id)
    if (!now) return
    const next = { ...now, ...change(now) }
    ahead.set(id, { value: next, base: stored(id), waiting: (ahead.get(id)?.waiting ?? 0) + 1 })
    last = last.then(() => send(id, next))
  }
}
