import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertPosts, type PostDraft } from '../../src/main/core/features/posts'
import { dayCell, daysInView, listDays, monthRows, rangeOfView, weekRow, type CalendarView } from '../../src/shared/calendar'
import type { CalendarEntry } from '../../src/shared/features/calendar/calendar.contract'
import { eachDay, rangeOfDays, startOfWeek, type WeekStart } from '../../src/shared/time'
import { entriesIn, startPlanning, type PlanningPlace } from '../support/planning'

const ZONES = ['Europe/Oslo', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']
const FIRST = '2026-03-01'
const LAST = '2026-04-30'

/** A post anywhere from February to May, in any of the zones; some on no channel, some with a time of their own on one. */
function drafts(channelIds: string[]): fc.Arbitrary<PostDraft> {
  const wall = fc.record({
    date: fc.constantFrom(...eachDay('2026-02-20', '2026-05-10')),
    time: fc.integer({ min: 0, max: 1_439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
    zone: fc.constantFrom(...ZONES)
  })
  const variant = fc.record({ channelId: fc.constantFrom(...channelIds), planned: fc.option(wall, { freq: 4 }) })
  return fc.record({
    title: fc.constantFrom('Harbor', 'Gulls', 'Ice'),
    planned: wall,
    variants: fc.uniqueArray(variant, { maxLength: 2, selector: ({ channelId }) => channelId })
  })
}

async function plan(place: PlanningPlace, seed: number): Promise<void> {
  const made = fc.sample(drafts(Object.values(place.channels)), { numRuns: 1_000, seed })
  const workspace = await place.core.services.workspaces.open(place.clientId)
  const { newId, now } = place.core.services
  await workspace.command('posts.create', (tx) => insertPosts(tx, { newId, now, zone: 'Europe/Oslo', pick: 'earlier' }, made))
}

const keys = (entries: CalendarEntry[]): string[] => entries.map(({ postId, variantId }) => `${postId} ${variantId}`).sort()

/** Everything that a view shows from the first to the last day, screen by screen, each from an answer of its own. */
async function shownBy(view: CalendarView, { client, clientId }: PlanningPlace, zone: string, weekStart: WeekStart): Promise<string[]> {
  const days = eachDay(FIRST, LAST)
  const dates = view === 'day' ? days : [...new Set(days.map((date) => (view === 'week' ? startOfWeek(date, weekStart) : `${date.slice(0, 8)}01`)))]
  const shown: CalendarEntry[] = []
  for (const date of dates) {
    const look = { view, date, weekStart, zone }
    const entries = await entriesIn(client, { clientId, ...rangeOfView(look) })
    const cells = {
      month: () => monthRows(entries, look).flatMap((row) => row.days).filter((cell) => cell.inMonth),
      week: () => weekRow(entries, look).days,
      day: () => [dayCell(entries, look)],
      list: () => listDays(entries, { ...daysInView(look), zone })
    }[view]()
    shown.push(...cells.filter((cell) => cell.date >= FIRST && cell.date <= LAST).flatMap((cell) => cell.entries.map(({ entry }) => entry)))
  }
  return keys(shown)
}

describe('month, week, day and list of the real calendar', () => {
  it.each(ZONES)('show the same set for 1,000 random posts in %s', async (zone) => {
    const place = await startPlanning({ zone })
    await plan(place, ZONES.indexOf(zone) + 1)
    const entries = await entriesIn(place.client, { clientId: place.clientId, ...rangeOfDays(FIRST, LAST, zone) })
    const expected = keys(entries)
    expect(expected.length).toBeGreaterThan(700)
    for (const weekStart of ['monday', 'sunday'] as const) {
      for (const view of ['month', 'week', 'day', 'list'] as const) expect(await shownBy(view, place, zone, weekStart)).toEqual(expected)
    }
  })
})
