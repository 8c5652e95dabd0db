import { instantOf, isZone, type Instant, type PlainDate, startOfDay } from '../../time'
import type { BusinessHours, OpenTime } from './open-hours'

export { alwaysOpen, officeWeek, openSpan, openWeek, type BusinessHours, type OpenSpan, type OpenTime, type OpenWeek } from './open-hours'

/**
 * What a millisecond counts for. `open-time`: each open one counts as itself. `working-days`: each open day counts 24 hours,
 * long or short, so that 24 of them end at the same time on the next open day; a day that is open all round counts the hours it
 * has, 23 or 25 where the clock changes.
 */
export type Counting = 'open-time' | 'working-days'

interface Piece extends OpenTime {
  /** What a millisecond of it counts for. */
  weight: number
  /** What all before it counts for. */
  before: number
}

/** A day that is this far away is as good as never: hours that are closed for ever end a search here. */
const FAR_DAYS = 800
const DAY = 86_400_000
const CHUNK = 40
/** A time that a damaged file tells, year 1 say, does not look up the days since then. */
const LONGEST = 20 * 366 * DAY
/** Far below a millisecond, above what sums of fractions are off by. */
const TINY = 1e-4

const ms = (instant: Instant): number => Date.parse(instant)
const iso = (at: number): Instant => new Date(at).toISOString()
const utcDay = (at: number): PlainDate => iso(at).slice(0, 10)
// Thousands of days are walked through: plain days are days of UTC.
const addDays = (day: PlainDate, days: number): PlainDate => utcDay(ms(day) + days * DAY)
const mondayFirst = (day: PlainDate): number => (new Date(day).getUTCDay() + 6) % 7
const endOf = ({ before, from, to, weight }: Piece): number => before + (to - from) * weight
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * Counts time while somebody is there. Days are looked up once and kept, so that a report over many conversations asks the
 * calendar once a day of its period.
 */
export class BusinessClock {
  private pieces: Piece[] = []
  /** Days that are looked up, both included, and the instants that they begin and end at. */
  private covered: { first: PlainDate; last: PlainDate; from: number; to: number } | undefined
  private readonly pauses: readonly OpenTime[]

  /** @throws RangeError for a zone that is none */
  constructor(private readonly hours: BusinessHours, private readonly counting: Counting = 'open-time') {
    if (!isZone(hours.zone)) throw new RangeError(`not a zone: ${hours.zone}`)
    this.pauses = [...(hours.pauses ?? [])].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  }

  /** Milliseconds that count from one instant to another, at most those of 20 years; 0 where the second is not after the first. */
  between(from: Instant, to: Instant): number {
    const end = ms(to)
    const start = Math.max(ms(from), end - LONGEST)
    if (end <= start) return 0
    this.cover(start, end)
    return Math.round(this.countedUntil(end) - this.countedUntil(start))
  }

  /**
   * The instant at which so many milliseconds have been counted: the moment at which a target is missed. Open time that ends
   * with a span ends there; working days end at the opening after it, so that a day from an opening on ends at the next one.
   * Null where the hours never add up.
   */
  after(from: Instant, duration: number): Instant | null {
    if (duration <= 0) return from
    const start = ms(from)
    return this.inReach((days) => {
      this.cover(start, start + days * DAY)
      const goal = this.countedUntil(start) + duration
      const index = this.counting === 'open-time' ? this.search((piece) => endOf(piece) >= goal - TINY) : this.search((piece) => endOf(piece) > goal + TINY)
      const piece = this.pieces[index]
      return piece && iso(Math.ceil(piece.from + Math.max(0, goal - piece.before) / piece.weight - TINY))
    })
  }

  /** The last instant from which `after` so many milliseconds has come by then: who waits since it, or longer, waits too long. */
  before(to: Instant, duration: number): Instant | null {
    if (duration <= 0) return to
    const end = ms(to)
    const isOver = this.counting === 'working-days' && !this.isOpen(to)
    return this.inReach((days) => {
      this.cover(end - days * DAY, end)
      const goal = this.countedUntil(end) - duration
      if (goal < -TINY) return undefined
      // While nobody is there, what ends at the next opening has not ended yet.
      const index = isOver ? this.search((piece) => endOf(piece) >= goal - TINY) : this.search(({ before }) => before > goal + TINY) - 1
      const piece = this.pieces[index]
      if (!piece) return undefined
      const at = piece.from + (goal - piece.before) / piece.weight
      return iso(isOver ? Math.ceil(at - TINY) - 1 : Math.floor(Math.min(piece.to, at + TINY)))
    })
  }

  isOpen(at: Instant): boolean {
    const now = ms(at)
    this.cover(now, now)
    const piece = this.pieces[this.search(({ to }) => to > now)]
    return piece !== undefined && piece.from <= now
  }

  /** When it is open next, or since when it is; null where it never is. */
  nextOpen(at: Instant): Instant | null {
    const now = ms(at)
    return this.inReach((days) => {
      this.cover(now, now + days * DAY)
      const piece = this.pieces[this.search(({ to }) => to > now)]
      return piece && iso(Math.max(piece.from, now))
    })
  }

  /** Looks ever further, up to what is as good as never. */
  private inReach(find: (days: number) => Instant | undefined): Instant | null {
    for (let days = CHUNK; ; days = Math.min(FAR_DAYS, days * 4)) {
      const found = find(days)
      if (found !== undefined) return found
      if (days === FAR_DAYS) return null
    }
  }

  /** The first piece for which something holds that holds for all after it too; as many as there are where it holds for none. */
  private search(holds: (piece: Piece) => boolean): number {
    let [low, high] = [0, this.pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(this.pieces[middle] as Piece)) high = middle
      else low = middle + 1
    }
    return low
  }

  private countedUntil(at: number): number {
    const piece = this.pieces[this.search(({ from }) => from > at) - 1]
    return piece ? piece.before + (Math.min(piece.to, at) - piece.from) * piece.weight : 0
  }

  /** Looks up the days between two instants, and the one around each, since a day of a zone begins up to 14 hours from UTC. */
  private cover(from: number, to: number): void {
    const known = this.covered
    if (known && from >= known.from && to < known.to) return
    const [early, late] = [addDays(utcDay(from), -1), addDays(utcDay(to), 1)]
    const [first, last] = [known && known.first < early ? known.first : early, known && known.last > late ? known.last : late]
    if (!known) this.pieces = this.added([], this.lookUp(first, last))
    else {
      if (first < known.first) this.pieces = this.added([], [...this.lookUp(first, addDays(known.first, -1)), ...this.pieces])
      if (last > known.last) this.pieces = this.added(this.pieces, this.lookUp(addDays(known.last, 1), last))
    }
    const { zone } = this.hours
    this.covered = { first, last, from: ms(startOfDay(first, zone)), to: ms(startOfDay(addDays(last, 1), zone)) }
  }

  private added(pieces: Piece[], more: readonly (OpenTime & { weight: number })[]): Piece[] {
    const last = pieces.at(-1)
    let before = last ? endOf(last) : 0
    for (const { from, to, weight } of more) {
      pieces.push({ from, to, weight, before })
      before += (to - from) * weight
    }
    return pieces
  }

  private lookUp(first: PlainDate, last: PlainDate): (OpenTime & { weight: number })[] {
    const found: (OpenTime & { weight: number })[] = []
    let start = ms(startOfDay(first, this.hours.zone))
    for (let day = first; day <= last; ) {
      const next = addDays(day, 1)
      const end = ms(startOfDay(next, this.hours.zone))
      if (!this.hours.isClosed(day)) {
        const spans = this.spansOf(day, start, end)
        const length = spans.reduce((sum, { from, to }) => sum + to - from, 0)
        const weight = this.counting === 'open-time' || length === end - start ? 1 : DAY / length
        for (const span of spans) for (const { from, to } of this.withoutPauses(span)) found.push({ from, to, weight })
      }
      ;[day, start] = [next, end]
    }
    return found
  }

  /** Spans of a day as instants. What the clock leaps over is not there; an hour that it shows twice is two. */
  private spansOf(day: PlainDate, start: number, end: number): OpenTime[] {
    const { zone, week } = this.hours
    const usual = end - start === DAY
    const at = (time: string, choice: 'earlier' | 'later'): number =>
      time === '24:00' ? end : usual ? start + minutesOf(time) * 60_000 : ms(instantOf({ date: day, time }, zone, choice))
    // The hour that the clock shows twice may be in two spans that meet in it: it is worked once.
    let done = start
    return [...(week[mondayFirst(day)] ?? [])]
      .sort((a, b) => a.from.localeCompare(b.from))
      .map(({ from, to }) => {
        const span = { from: Math.max(done, at(from, 'earlier')), to: at(to, 'later') }
        done = Math.max(done, span.to)
        return span
      })
      .filter((span) => span.from < span.to)
  }

  private withoutPauses(span: OpenTime): OpenTime[] {
    let rest = [span]
    for (const pause of this.pauses) {
      if (pause.from >= span.to || pause.to <= span.from) continue
      rest = rest.flatMap(({ from, to }) => [{ from, to: Math.min(to, pause.from) }, { from: Math.max(from, pause.to), to }].filter((part) => part.from < part.to))
    }
    return rest
  }
}
