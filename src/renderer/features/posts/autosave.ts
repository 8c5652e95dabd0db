import { computed, shallowReactive, shallowRef, type ComputedRef, type ShallowRef } from 'vue'

/** A pause in the typing, and the longest that words may wait for one, ms. */
const PAUSE = 400
const LONGEST_WAIT = 800
const FIRST_RETRY = 1000
const LONGEST_RETRY = 15_000

/** Words that are not stored yet, by the thing they belong to and its field. */
export type Edits = ReadonlyMap<string, unknown>

export interface Autosave {
  /** What has been typed and is not stored yet. */
  edits: Edits
  /** True while anything is not stored. */
  dirty: ComputedRef<boolean>
  /** Why the last try failed; gone once one succeeds. */
  failure: Readonly<ShallowRef<unknown>>
  set(key: string, value: unknown): void
  /** Writes at once what waits. Settles when it is stored or the try failed. */
  flush(): Promise<void>
  /** Writes without waiting for its turn, as the page is about to go. */
  leave(): void
  /** Forgets what waits, for a thing that is gone. */
  drop(key: string): void
}

/**
 * Writes what is typed at every pause, one write at a time and in order. What could not be written stays, is tried again, and
 * goes before anything newer of the same field.
 *
 * @param write stores all of it or throws
 */
export function createAutosave(write: (edits: Edits) => Promise<unknown>): Autosave {
  const edits = shallowReactive(new Map<string, unknown>())
  const failure = shallowRef<unknown>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_RETRY
  let running: Promise<void> | undefined

  function giveUp(error: unknown): void {
    failure.value = error
    clearTimeout(retry)
    retry = setTimeout(() => void flush(), wait)
    wait = Math.min(LONGEST_RETRY, wait * 2)
  }

  async function writeOnce(): Promise<void> {
    const written = new Map(edits)
    try {
      await write(written)
      for (const [key, value] of written) if (edits.get(key) === value) edits.delete(key)
      failure.value = undefined
      wait = FIRST_RETRY
    } catch (error) {
      giveUp(error)
    }
  }

  function quiet(): void {
    clearTimeout(pause)
    clearTimeout(limit)
    clearTimeout(retry)
    limit = undefined
  }

  async function flush(): Promise<void> {
    quiet()
    while (running) await running
    if (edits.size === 0) return
    running = writeOnce().finally(() => {
      running = undefined
    })
    await running
  }

  function leave(): void {
    quiet()
    if (edits.size > 0) void writeOnce()
  }

  function set(key: string, value: unknown): void {
    edits.set(key, value)
    clearTimeout(pause)
    pause = setTimeout(() => void flush(), PAUSE)
    limit ??= setTimeout(() => void flush(), LONGEST_WAIT)
  }

  return { edits, dirty: computed(() => edits.size > 0), failure, set, flush, leave, drop: (key) => void edits.delete(key) }
}
