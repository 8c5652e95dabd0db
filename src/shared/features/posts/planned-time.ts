import { AppError } from '../../errors/app-error'
import { addDays, isZone, resolveWallTime, zoneNamed, type WallMoment } from '../../time'
import type { PlannedInput, PlannedTime } from './posts.schema'

/** `+02:00` as `UTC+2`, `+05:45` as `UTC+5:45`. */
function offsetText(offset: string): string {
  const match = /^([+-])(\d{2}):(\d{2})/.exec(offset)
  if (!match) return offset
  const [, sign, hours, minutes] = match
  return `UTC${sign === '-' ? '\u2212' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** As the clock shows it, with its distance to UTC: `02:30 (UTC+2)`. */
const choiceText = ({ time, offset }: WallMoment): string => `${time} (${offsetText(offset)})`

/**
 * The instant of a time as a person says it.
 *
 * On the day of a clock change a time may come twice, or never. Then `pick` says which is meant; in a gap the time becomes
 * the one that the clock does show, so that what is kept is always a time that exists.
 *
 * @param zone where the clock hangs when the input names none
 * @param fallback the pick for imports and series, which cannot ask
 * @throws AppError `validation.zone`, and `validation.wall-time` when it has to be asked which time is meant
 */
export function resolvePlanned(input: PlannedInput, zone: string, fallback?: PlannedTime['pick']): PlannedTime {
  const named = input.zone ?? zone
  const place = isZone(named) ? zoneNamed(named) : undefined
  if (place === undefined) throw new AppError('validation.zone', { zone: named })
  const { date, time } = input
  const resolved = resolveWallTime(date, time, place)
  if (resolved.kind === 'exact') return { date, time, zone: place, pick: 'earlier', instant: resolved.instant }
  const [earlier, later] = resolved.kind === 'gap' ? [resolved.before, resolved.after] : [resolved.earlier, resolved.later]
  const pick = input.pick ?? fallback
  if (!pick) {
    throw new AppError('validation.wall-time', {
      date, time, zone: place, kind: resolved.kind, earlier: choiceText(earlier), later: choiceText(later)
    })
  }
  const meant = pick === 'earlier' ? earlier : later
  return { date: meant.date, time: meant.time, zone: place, pick: resolved.kind === 'gap' ? 'earlier' : pick, instant: meant.instant }
}

/** The same clock time so many days later. @throws AppError as `resolvePlanned` */
export function shiftPlanned(planned: PlannedTime, days: number, pick?: PlannedTime['pick']): PlannedTime {
  const { date, time, zone } = planned
  return resolvePlanned({ date: addDays(date, days), time, zone, ...(pick && { pick }) }, zone)
}
