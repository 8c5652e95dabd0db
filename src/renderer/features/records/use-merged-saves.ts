import { shallowReactive, watch } from 'vue'
import { useSaveState } from '../../app'

interface Ahead<T> {
  value: T
  /** What the record was before each of these changes: when that is shown after the write, it was read before it. */
  older: Set<string>
  waiting: number
}

/**
 * Saves of records that are written whole. Changes that follow each other faster than the core answers build on one another,
 * and are written in their order, so that none takes back the one before it: neither one that still waits to be written, nor
 * one that is written and not yet shown.
 * @param stored the record as it is shown
 * @param write answers with the record as it was saved, undefined when that failed
 */
export function useMergedSaves<T extends { id: string }>(
  stored: (id: string) => T | undefined,
  write: (next: T) => Promise<T | undefined>
): (id: string, change: (now: T) => Partial<T>) => void {
  const { hold } = useSaveState()
  const ahead = shallowReactive(new Map<string, Ahead<T>>())
  let last: Promise<unknown> = Promise.resolve()

  /** Nothing is ahead of what is shown once that is the saved record, or came from elsewhere, as by undo. */
  function catchUp(id: string, mine: Ahead<T>): void {
    const shown = stored(id)
    if (mine.waiting === 0 && !(shown && mine.older.has(JSON.stringify(shown)))) ahead.delete(id)
  }
  watch(
    () => [...ahead.keys()].map(stored),
    () => ahead.forEach((mine, id) => catchUp(id, mine)),
    { flush: 'sync' }
  )

  async function send(id: string, next: T): Promise<void> {
    const saved = await write(next)
    const mine = ahead.get(id)
    if (!mine) return
    mine.waiting -= 1
    if (mine.waiting > 0) return
    if (saved === undefined) ahead.delete(id)
    else {
      mine.value = saved
      mine.older.delete(JSON.stringify(saved))
      catchUp(id, mine)
    }
  }

  return (id, change) => {
    const mine = ahead.get(id)
    if (mine) catchUp(id, mine)
    const base = stored(id)
    const now = ahead.get(id)?.value ?? base
    if (!now) return
    const next = { ...now, ...change(now) }
    const { older, waiting } = ahead.get(id) ?? { older: new Set<string>(), waiting: 0 }
    for (const record of [now, base]) if (record) older.add(JSON.stringify(record))
    older.delete(JSON.stringify(next))
    ahead.set(id, { value: next, older, waiting: waiting + 1 })
    last = last.then(() => send(id, next))
    void hold(last)
  }
}
