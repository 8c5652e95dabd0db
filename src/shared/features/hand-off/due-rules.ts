/** A variant that waits for its time: that of its plan, or the end of its snooze where that comes later. */
export interface Waiting {
  clientId: string
  variantId: string
  /** Milliseconds since 1970. */
  at: number
}

/**
 * `fired`: told at its time. `listed`: told together with others, since the clock or the app stood still when its time came;
 * forgotten when the clock is set back before that time, since then it has not come.
 */
export type Telling = 'fired' | 'listed'

export interface WatchMemory {
  /** When the clock was last looked at; null before the first look. */
  lastLook: number | null
  told: ReadonlyMap<string, { at: number; how: Telling }>
}

export interface Look {
  /** What is due just now. */
  fire: Waiting[]
  /** What came due unseen: while the machine slept, the app was closed, the clock leapt, or in quiet hours. */
  list: Waiting[]
  memory: WatchMemory
}

export const nothingSeen: WatchMemory = { lastLook: null, told: new Map() }

/** A look this many times later than meant is a sleep or a leap of the clock. */
const LATE = 3

const keyOf = ({ clientId, variantId, at }: Waiting): string => `${clientId} ${variantId} ${at}`

/**
 * What to tell now. Each variant is told of once for each time it waits for, whatever the clock does; what could not be told
 * at its time is listed and not fired, so that a laptop that wakes up does not ring forty times.
 *
 * @param waiting everything whose time has come, told or not
 * @param every milliseconds between looks
 * @param quiet true in quiet hours: nothing is told, and nothing is forgotten
 */
export function lookAtClock(memory: WatchMemory, waiting: readonly Waiting[], now: number, every: number, quiet: boolean): Look {
  const { lastLook } = memory
  const leapt = lastLook === null || now < lastLook || now - lastLook > every * LATE
  const kept = [...memory.told].filter(([, { at, how }]) => how === 'fired' || at <= now)
  const told = new Map(kept)
  if (quiet) return { fire: [], list: [], memory: { lastLook: now, told } }
  const fresh = waiting.filter((one) => one.at <= now && !told.has(keyOf(one)))
  const fire = fresh.filter(({ at }) => !leapt && at > lastLook)
  const list = fresh.filter((one) => !fire.includes(one))
  for (const one of fire) told.set(keyOf(one), { at: one.at, how: 'fired' })
  for (const one of list) told.set(keyOf(one), { at: one.at, how: 'listed' })
  return { fire, list, memory: { lastLook: now, told } }
}

/** Forgets what is settled; `waiting` must hold all that is known. What lies in the future stays: the clock may be wrong now. */
export function forgetSettled({ lastLook, told }: WatchMemory, waiting: readonly Waiting[], now: number, isKnown: (clientId: string) => boolean): WatchMemory {
  const keys = new Set(waiting.map(keyOf))
  const kept = [...told].filter(([key, { at }]) => at > now || keys.has(key) || !isKnown(key.slice(0, key.indexOf(' '))))
  return { lastLook, told: new Map(kept) }
}

/** True when a clock time (`HH:MM`) lies in the quiet hours, which may go over midnight. Equal times mean none. */
export function isQuiet(time: string, { from, to }: { from: string; to: string }): boolean {
  if (from === to) return false
  return from < to ? time >= from && time < to : time >= from || time < to
}
