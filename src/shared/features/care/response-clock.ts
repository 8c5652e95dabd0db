import type { Instant } from '../../time'
import type { BusinessClock } from './business-hours'

/** Milliseconds of business hours within which a first answer and a resolution are promised. */
export interface ResponseTarget {
  first: number
  resolution: number
}

/** What happened in a conversation, in order of time. */
export interface ClockEvent {
  kind: 'in' | 'out' | 'closed' | 'reopened' | 'paused' | 'resumed'
  at: Instant
}

/** From when somebody waited until an answer came; `to` null while they wait. */
export interface WaitingSpan {
  from: Instant
  to: Instant | null
  /** It was closed without an answer: nobody waits any more. */
  closedAt?: Instant
  /** The first answer of the conversation, or a later one. */
  kind: 'first' | 'next'
}

export interface ConversationTimes {
  waits: readonly WaitingSpan[]
  /** From the first message to the last close; null while it is open. */
  resolution: { from: Instant; to: Instant } | null
  /** Spans in which the clock stands still: the ball is with the other side. */
  pauses: readonly { from: Instant; to: Instant | null }[]
}

/**
 * Reads spans out of events. Several messages before an answer are one wait, from the first of them; a close without an answer
 * ends a wait too, and says nothing of a response.
 */
export function timesOf(events: readonly ClockEvent[]): ConversationTimes {
  const waits: WaitingSpan[] = []
  const pauses: { from: Instant; to: Instant | null }[] = []
  let waiting: Instant | null = null
  let answered = false
  let opened: Instant | null = null
  let closed: Instant | null = null
  for (const { kind, at } of [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (kind === 'in') {
      opened ??= at
      closed = null
      waiting ??= at
    } else if (kind === 'out') {
      if (waiting !== null) waits.push({ from: waiting, to: at, kind: answered ? 'next' : 'first' })
      if (opened !== null) answered = true
      waiting = null
    } else if (kind === 'closed') {
      if (waiting !== null) waits.push({ from: waiting, to: null, closedAt: at, kind: answered ? 'next' : 'first' })
      waiting = null
      closed = at
    } else if (kind === 'reopened') closed = null
    else if (kind === 'paused') pauses.push({ from: at, to: null })
    else endPause(pauses, at)
  }
  if (waiting !== null) waits.push({ from: waiting, to: null, kind: answered ? 'next' : 'first' })
  return { waits, resolution: opened !== null && closed !== null ? { from: opened, to: closed } : null, pauses }
}

function endPause(pauses: { from: Instant; to: Instant | null }[], at: Instant): void {
  const open = pauses.at(-1)
  if (open?.to === null) open.to = at
}

/** Milliseconds of business hours from one instant to another without the pauses. */
export function workedBetween(clock: BusinessClock, { pauses }: Pick<ConversationTimes, 'pauses'>, from: Instant, to: Instant): number {
  const still = pauses.reduce((sum, pause) => {
    const start = pause.from > from ? pause.from : from
    const end = pause.to !== null && pause.to < to ? pause.to : to
    return sum + (start < end ? clock.between(start, end) : 0)
  }, 0)
  return clock.between(from, to) - still
}

/** `answered`: nobody waits. `ahead`: less than three quarters of the time is used up. `paused`: the clock stands still. */
export type ClockState = 'answered' | 'ahead' | 'near' | 'breached' | 'paused'

export interface ClockReading {
  state: ClockState
  /** Business time that the person has waited so far, ms; 0 where nobody waits. */
  waited: number
  /** The instant at which the target is missed, or was; null where nobody waits, the clock stands still, or hours never come. */
  dueAt: Instant | null
  /** Share of the target that is used up, from 0; above 1 it is missed. */
  used: number
}

/** From this share of the target on, a wait is near its end. */
export const NEAR = 0.75

const stillReading: ClockReading = { state: 'answered', waited: 0, dueAt: null, used: 0 }

/** How the clock of a conversation stands now. Answers after the first are held against the same target. */
export function readClock(clock: BusinessClock, times: ConversationTimes, target: ResponseTarget, now: Instant): ClockReading {
  const open = times.waits.find(({ to, closedAt }) => to === null && closedAt === undefined)
  if (!open) return stillReading
  const waited = workedBetween(clock, times, open.from, now)
  const used = waited / target.first
  if (times.pauses.at(-1)?.to === null) return { state: used >= 1 ? 'breached' : 'paused', waited, dueAt: null, used }
  const left = target.first - waited
  const dueAt = left > 0 ? clock.after(now, left) : breachOf(clock, times, open.from, target.first)
  const isLate = left <= 0 && dueAt !== null && dueAt <= now
  return { state: isLate ? 'breached' : used >= NEAR ? 'near' : 'ahead', waited, dueAt, used }
}

/** When a target was missed: from pause to pause, since the clock stands still in each. */
function breachOf(clock: BusinessClock, { pauses }: ConversationTimes, from: Instant, target: number): Instant | null {
  let [start, left] = [from, target]
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= start) continue
    const worked = clock.between(start, pause.from)
    if (worked >= left || pause.to === null) break
    left -= worked
    start = pause.to
  }
  return clock.after(start, left)
}
