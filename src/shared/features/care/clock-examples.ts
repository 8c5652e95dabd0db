import { addDays, instantOf, type Instant, type PlainDate, weekdayOf } from '../../time'
import { CareClock } from './care-clock'
import { businessHoursOf, type CareHours } from './care-hours'

export interface ClockExample {
  from: Instant
  /** Null where the hours never add up. */
  due: Instant | null
  /** The holiday that it passes over. */
  holiday: string | null
}

interface Asked {
  hours: CareHours
  /** Of the client. */
  zone: string
  countries: readonly string[]
  /** Minutes of the target. */
  minutes: number
  today: PlainDate
  /** Days off to come, in order. */
  holidays: readonly { date: PlainDate; name: string }[]
}

const FRIDAY = 5
const SATURDAY = 6

function nextWeekday(weekday: number, from: PlainDate): PlainDate {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7)
}

/** What the settings come to: a late Friday, a Saturday morning, and the afternoon before a holiday on a working day. */
export function clockExamples({ hours, zone, countries, minutes, today, holidays }: Asked): ClockExample[] {
  const clock = new CareClock(businessHoursOf(hours, zone, countries))
  const own = hours.zone ?? zone
  const friday = nextWeekday(FRIDAY, today)
  const example = (date: PlainDate, time: string, holiday: string | null = null): ClockExample => {
    const from = instantOf({ date, time }, own)
    return { from, due: clock.dueAt(from, minutes), holiday }
  }
  const before = hours.week === null ? undefined : holidays.find(({ date }) => weekdayOf(date) > 1 && weekdayOf(date) <= FRIDAY && date > today)
  return [example(friday, '16:40'), example(nextWeekday(SATURDAY, friday), '11:00'), ...(before ? [example(addDays(before.date, -1), '15:00', before.name)] : [])]
}
