import type { CareClock } from '../../../../../shared/features/care/care-clock'
import { addDays, instantOf } from '../../../../../shared/time'

const MINUTE = 60_000

export interface DemoTimes {
  today: string
  /** The instant of a moment of the definition, of a channel whose target is known. */
  at(moment: string, targetMinutes?: number): string
}

/** Reads moments that are told from the day on which the demo is made. */
export function demoTimes({ clock, zone, today, now, usualMinutes }: { clock: CareClock; zone: string; today: string; now: string; usualMinutes: number }): DemoTimes {
  return {
    today,
    at(moment, targetMinutes = usualMinutes) {
      const [first = '', second = ''] = moment.split(' ')
      if (first !== 'used') return instantOf({ date: addDays(today, Number(first)), time: second }, zone, 'earlier')
      return clock.measure(targetMinutes).before(now, Number(second) * targetMinutes * MINUTE) ?? now
    }
  }
}
