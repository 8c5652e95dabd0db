import { dayOf, readDate, type DateOrder, type ReadDate } from '../../../tables/read-date'
import type { YearTeller } from '../tally/year-walk'
import { ZoneTimes } from './zone-times'

const NOON = '12:00'

/** Reads the dates of a table's rows, once the order of day and month and the year of dates without one are known. */
export class RowDates {
  private readonly times: ZoneTimes
  private last: { text: string; date: ReadDate | undefined } = { text: '', date: undefined }

  constructor(
    private readonly order: DateOrder | null,
    zone: string | undefined,
    private readonly years: YearTeller | null
  ) {
    this.times = new ZoneTimes(zone === undefined || zone === 'account local time' ? 'UTC' : zone)
  }

  /** `YYYY-MM-DD` of a cell. To be asked once a row, in order, where the dates have no year. */
  day(text: string): string | undefined {
    const date = this.read(text)
    return date ? dayOf(date, this.order) : this.years?.tell(text)
  }

  private read(text: string): ReadDate | undefined {
    if (text === this.last.text) return this.last.date
    this.last = { text, date: readDate(text) }
    return this.last.date
  }

  /** Instant of a cell; a day without a time is at noon UTC, the same day nearly everywhere. */
  moment(text: string): string | undefined {
    const date = this.read(text)
    if (!date) return undefined
    const day = dayOf(date, this.order)
    if (day === undefined) return undefined
    if (date.time === null) return `${day}T${NOON}:00.000Z`
    const { time, offset } = date.time
    if (offset === null) return this.times.instant(day, time)
    const instant = Date.parse(offset === 'Z' ? text : `${day}T${time}:00${offset}`)
    return new Date(Number.isNaN(instant) ? Date.parse(`${day}T${time}:00Z`) : instant).toISOString()
  }
}
