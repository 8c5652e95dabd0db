import { addDays, daysBetween, instantOf, resolveWallTime, wallTimeOf, type Disambiguation, type PlainDate, type ResolvedWallTime, type WallTime } from '../time'

/** A planned time: what the clock shows in a zone, and which of two instants is meant where that is not plain. */
export interface PlannedTime extends WallTime {
  zone: string
  pick?: Disambiguation | null
}

/** Where something goes, and whether the clock there asks a question first (`gap`, `overlap`). */
export interface Move {
  to: PlannedTime
  when: ResolvedWallTime
}

const moveTo = (to: PlannedTime): Move => ({ to, when: resolveWallTime(to.date, to.time, to.zone) })

/** Days on or back; the clock time stays. A choice made for the old day says nothing about the new one. */
export function shiftDays({ date, time, zone }: PlannedTime, days: number): Move {
  return moveTo({ date: addDays(date, days), time, zone })
}

/**
 * Dropped on another day of a calendar: as many days on as lie between the day it was seen on and the day it is dropped on.
 * The clock time stays what it is in the zone of the post, also where the calendar is in another zone.
 */
export function dropOnDay(planned: PlannedTime, target: PlainDate, calendarZone: string): Move {
  const seen = wallTimeOf(instantOf(planned, planned.zone, planned.pick), calendarZone)
  return shiftDays(planned, daysBetween(seen.date, target))
}

/** Dropped on a day and an hour of a calendar: at that instant, on the clock of the post's own zone. */
export function dropOnTime(planned: Pick<PlannedTime, 'zone'>, target: WallTime, calendarZone: string): Move {
  if (planned.zone === calendarZone) return moveTo({ ...target, zone: calendarZone })
  return moveTo({ ...wallTimeOf(instantOf(target, calendarZone), planned.zone), zone: planned.zone })
}

/** Two posts that change places swap their days and times, each in the zone it is planned in. */
export function swapTimes(a: PlannedTime, b: PlannedTime): { a: PlannedTime; b: PlannedTime } {
  const into = (from: PlannedTime, zone: string): PlannedTime =>
    from.zone === zone ? { ...from } : { ...wallTimeOf(instantOf(from, from.zone, from.pick), zone), zone }
  return { a: into(b, a.zone), b: into(a, b.zone) }
}
