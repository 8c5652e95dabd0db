import { layBars, type BarPiece, type DayBar, type DayCell, type Placed } from '@shared/calendar'
import { zoneClock, type PlainDate } from '@shared/time'
import type { Background } from './calendar.store'
import type { CalendarTile } from './calendar-tiles.rules'

export const HEAD = 26
export const BAR = 18
/** A bar that goes on from the week before, where room is short: a stripe without its name. */
export const STRIPE = 6
export const TILE = 36
/** Where rows are low: the same two lines, without air around them. */
export const LOW_TILE = 32
export const GAP = 2
const SLOT = 18
/** Bars a week shows above its tiles; more would leave no room for posts. */
export const MAX_BARS = 3

/** A campaign or a day of the client's own, as it lies over the days. */
export interface CalendarBar extends DayBar {
  kind: 'campaign' | 'date'
  name: string
  color: string
}

export interface FreeSpot {
  key: string
  date: PlainDate
  time: string
  channelIds: string[]
}

/** Campaigns without a day on one side reach to the edge of what is shown. */
export function barsOf(background: Background, first: PlainDate, last: PlainDate): CalendarBar[] {
  const campaigns = background.campaigns
    .filter(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null)
    .map(({ id, name, color, startsOn, endsOn }) => ({ id: `campaign-${id}`, kind: 'campaign' as const, name, color, startsOn: startsOn ?? first, endsOn: endsOn ?? last }))
  const dates = background.dates.map(({ id, name, color, startsOn, endsOn }) => ({ id: `date-${id}-${startsOn}`, kind: 'date' as const, name, color, startsOn, endsOn }))
  return [...dates, ...campaigns]
}

export interface PlacedBar {
  piece: BarPiece<CalendarBar>
  /** Pixels from the top of the bars. */
  top: number
  height: number
}

/**
 * The bars over a row of days.
 *
 * @param room pixels that bars and tiles have together; where two tiles would find none, bars that only go on become stripes
 */
export function barsOfWeek(bars: readonly CalendarBar[], days: readonly PlainDate[], room = Infinity): { pieces: PlacedBar[]; height: number } {
  const pieces = layBars(bars, days).filter((piece) => piece.lane < MAX_BARS)
  const lanes = pieces.reduce((most, piece) => Math.max(most, piece.lane + 1), 0)
  const tight = room - lanes * BAR < 2 * TILE + GAP
  const heights = Array.from({ length: lanes }, (_, lane) => (tight && pieces.every((piece) => piece.lane !== lane || piece.continuesBefore) ? STRIPE : BAR))
  const topOf = (lane: number): number => heights.slice(0, lane).reduce((sum, height) => sum + height, 0)
  return { pieces: pieces.map((piece) => ({ piece, top: topOf(piece.lane), height: heights[piece.lane] ?? BAR })), height: topOf(lanes) }
}

export interface CellPlan {
  shown: Placed<CalendarTile>[]
  hidden: number
  free: FreeSpot[]
}

/** Tiles of one height in all weeks: low ones in the rows of a window that is not high. @param row pixels of a week */
export const tileHeight = (row: number): number => (row < HEAD + 2 * (STRIPE + TILE + GAP) + STRIPE ? LOW_TILE : TILE)

/** What of a day fits into its cell: tiles first, and free slots where room is left. The rest is the "+3" beside the day. */
export function planCell(cell: DayCell<CalendarTile>, free: readonly FreeSpot[], height: number, tile = TILE): CellPlan {
  const fits = (room: number, each: number): number => Math.max(0, Math.floor((room + GAP) / (each + GAP)))
  const shown = cell.entries.slice(0, fits(height, tile))
  return { shown, hidden: cell.entries.length - shown.length, free: free.slice(0, fits(height - shown.length * (tile + GAP), SLOT)) }
}

/** Free slots at the same time are one, with the marks of their channels; at the day and hour of the calendar's zone. */
export function freeSpots(slots: Background['openSlots'], zone: string): Map<PlainDate, FreeSpot[]> {
  const instants = slots.map(({ instant }) => instant).toSorted()
  const [from, to] = [instants[0], instants.at(-1)]
  if (from === undefined || to === undefined) return new Map()
  const clock = zoneClock(zone, { from, to: new Date(Date.parse(to) + 1).toISOString() })
  const spots = new Map<string, FreeSpot>()
  for (const { channelId, instant } of slots) {
    const { date, time } = clock(instant)
    const key = `${date} ${time}`
    const spot = spots.get(key)
    if (spot) spot.channelIds.push(channelId)
    else spots.set(key, { key, date, time, channelIds: [channelId] })
  }
  const days = new Map<PlainDate, FreeSpot[]>()
  for (const spot of spots.values()) days.set(spot.date, [...(days.get(spot.date) ?? []), spot])
  for (const list of days.values()) list.sort((a, b) => (a.time < b.time ? -1 : 1))
  return days
}
