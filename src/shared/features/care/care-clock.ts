import { z } from 'zod'
import type { Instant } from '../../time'
import { BusinessClock } from './business-hours'
import type { BusinessHours } from './open-hours'
import { readClock, type ClockReading, type ConversationTimes } from './response-clock'

/** Minutes of a day on the wall. */
export const DAY_MINUTES = 24 * 60
const MINUTE = 60_000
const LONGEST_DAYS = 90

/**
 * How long an answer may take, in minutes. Below 24 hours it is open time; from 24 hours on it is whole days, and 24 hours are
 * one working day: by the same time on the next day that is open. What comes in while nobody is there counts from the next
 * opening on. Around the clock both are hours on the wall.
 */
export const targetMinutes = z
  .int()
  .min(1)
  .max(LONGEST_DAYS * DAY_MINUTES)
  .refine((minutes) => minutes < DAY_MINUTES || minutes % DAY_MINUTES === 0, 'from 24 hours on, whole days')

export interface Targets {
  firstMinutes: number
  resolutionMinutes: number
}

/** Where nobody set a target: an answer within 24 hours, done with within three days. */
export const usualTargets: Targets = { firstMinutes: DAY_MINUTES, resolutionMinutes: 3 * DAY_MINUTES }

/** The clock of a client's hours: one that counts open time, one that counts working days. */
export class CareClock {
  readonly open: BusinessClock
  private readonly days: BusinessClock

  constructor(hours: BusinessHours) {
    this.open = new BusinessClock(hours)
    this.days = new BusinessClock(hours, 'working-days')
  }

  /** The clock that a target is held against. @param minutes of a target */
  measure(minutes: number): BusinessClock {
    return minutes < DAY_MINUTES ? this.open : this.days
  }

  /** When a target that runs from an instant on, or a share of it, is used up; null where the hours never add up. */
  dueAt(from: Instant, minutes: number, share = 1): Instant | null {
    return this.measure(minutes).after(from, minutes * share * MINUTE)
  }

  /** The last instant since which a share of a target is used up by now; the whole of it: somebody waits too long. Null where nobody can. */
  lateSince(now: Instant, minutes: number, share = 1): Instant | null {
    return this.measure(minutes).before(now, minutes * share * MINUTE)
  }

  /** Whether an answer at `to` came in time. */
  isMet(from: Instant, to: Instant, minutes: number): boolean {
    const dueAt = this.dueAt(from, minutes)
    return dueAt === null || to <= dueAt
  }

  /** Share of a target that is used up between two instants. */
  used(from: Instant, to: Instant, minutes: number): number {
    return this.measure(minutes).between(from, to) / (minutes * MINUTE)
  }

  /** How a conversation stands; `waited` in open time, whatever the target counts. */
  read(times: ConversationTimes, minutes: number, now: Instant): ClockReading {
    const length = minutes * MINUTE
    const reading = readClock(this.measure(minutes), times, { first: length, resolution: length }, now)
    return minutes < DAY_MINUTES ? reading : { ...reading, waited: readClock(this.open, times, { first: length, resolution: length }, now).waited }
  }
}
