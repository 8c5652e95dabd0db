import type { InboxRow } from '@shared/features/inbox/inbox.schema'
import type { MessageKey } from '../../ui'

type Clock = InboxRow['clock']
const MINUTE = 60_000
const HOUR = 60
/** From here on hours of work say less than days on the wall. */
const LONG = 72 * HOUR

export interface ClockWords {
  key: MessageKey
  n: number
  tone: 'calm' | 'warn' | 'danger' | 'quiet'
  /** How much of the time is used up, 0 to 1. */
  filled: number
}

/** `4 h left`, `2 h over`: what is left of the business hours that an answer was promised in. */
export function clockWords({ state, left, used, dueAt }: Clock, now: string): ClockWords | undefined {
  if (state === 'answered') return undefined
  const filled = Math.min(1, Math.max(0, used))
  if (state === 'paused') return { key: 'inbox.clock.paused', n: 0, tone: 'quiet', filled }
  const minutes = Math.round(left / MINUTE)
  const over = state === 'breached'
  const tone = over ? 'danger' : state === 'near' ? 'warn' : 'calm'
  const amount = Math.abs(minutes)
  if (over && dueAt !== null && amount >= LONG) {
    const days = Math.floor((Date.parse(now) - Date.parse(dueAt)) / (24 * HOUR * MINUTE))
    return { key: 'inbox.clock.daysOver', n: days, tone, filled }
  }
  if (amount < HOUR) return { key: over ? 'inbox.clock.minutesOver' : 'inbox.clock.minutesLeft', n: amount, tone, filled }
  return { key: over ? 'inbox.clock.hoursOver' : 'inbox.clock.hoursLeft', n: Math.floor(amount / HOUR), tone, filled }
}
