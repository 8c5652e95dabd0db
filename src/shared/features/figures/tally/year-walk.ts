import { monthNamed } from '../../../tables/month-names'

export interface MonthDay {
  month: number
  day: number
}

const NAME_DAY = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?$/u
const DAY_NAME = /^(\d{1,2})\.? (?:de |of )?(\p{L}{3,12})\.?$/u
const LONGEST = 40

/** `February 28`, `8 de marzo`: a day that says no year. */
export function readMonthDay(given: string): MonthDay | undefined {
  if (given.length > LONGEST) return undefined
  const text = given.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const nameFirst = NAME_DAY.exec(text)
  const found = nameFirst ?? DAY_NAME.exec(text)
  const month = monthNamed((nameFirst ? found?.[1] : found?.[2]) ?? '')
  const day = Number(nameFirst ? found?.[2] : found?.[1])
  if (!found || month === undefined || day < 1 || day > 31) return undefined
  return { month, day }
}

const place = ({ month, day }: MonthDay): number => month * 32 + day

/** A step back by more than half a year is New Year when dates rise; a step up by as much when they fall. */
const HALF = 6 * 32

/** Follows days without a year from row to row and counts the turns of the year between the first and the last. */
export class YearWalk {
  count = 0
  firstText: string | null = null
  lastText: string | null = null
  private last: MonthDay | undefined
  private rising = 0
  private falling = 0
  private turnsUp = 0
  private turnsDown = 0

  add(text: string): void {
    const found = readMonthDay(text)
    if (!found) return
    this.count += 1
    this.firstText ??= text
    this.lastText = text
    if (this.last) this.step(place(found) - place(this.last))
    this.last = found
  }

  private step(by: number): void {
    if (by < -HALF) this.turnsUp += 1
    else if (by > HALF) this.turnsDown += 1
    else if (by > 0) this.rising += 1
    else if (by < 0) this.falling += 1
  }

  /** True where the newest stands first. */
  get isFalling(): boolean {
    return this.falling > this.rising
  }

  /** Day that stands for the newest. */
  get newestText(): string | null {
    return this.isFalling ? this.firstText : this.lastText
  }

  /** Year of the first row, where the newest is of a given year. */
  firstYear(newest: number): number {
    return this.isFalling ? newest : newest - this.turnsUp
  }

  lastYear(newest: number): number {
    return this.isFalling ? newest - this.turnsDown : newest
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Gives the days of a walk their years, row by row in the same order. */
export class YearTeller {
  private last: MonthDay | undefined

  constructor(
    private year: number,
    private readonly falling: boolean
  ) {}

  /** `YYYY-MM-DD`; undefined where the text is no day, or the year has none such. */
  tell(text: string): string | undefined {
    const found = readMonthDay(text)
    if (!found) return undefined
    if (this.last) {
      const by = place(found) - place(this.last)
      if (!this.falling && by < -HALF) this.year += 1
      else if (this.falling && by > HALF) this.year -= 1
    }
    this.last = found
    const day = `${String(this.year).padStart(4, '0')}-${two(found.month)}-${two(found.day)}`
    const date = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined
  }
}
