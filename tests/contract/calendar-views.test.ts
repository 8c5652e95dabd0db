import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertPosts, type PostDraft } from '../../src/main/core/features/posts'
import { dayCell, daysInView, listDays, monthRows, rangeOfView, weekRow, type CalendarView } from '../../src/shared/calendar'
import type { AppInputs } from '../../src/shared/contract'
import { boardOf } from '../../src/renderer/features/calendar/board.rules'
import { tilesOf } from '../../src/renderer/features/calendar/calendar-tiles.rules'
import { faceOf } from '../../src/renderer/features/calendar/post-faces.rules'
import { outlinedEntries } from '../../src/shared/features/calendar/calendar-outline'
import type { CalendarEntry, OutlinedEntry } from '../../src/shared/features/calendar/calendar.contract'
import { eachDay, rangeOfDays, startOfWeek, type WeekStart } from '../../src/shared/time'
import { entriesIn, makePost, on, startPlanning, walk, type PlanningPlace } from '../support/planning'

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

/** What the page draws its views from. */
const outlineIn = async ({ client }: PlanningPlace, input: AppInputs['calendar']['outline']): Promise<OutlinedEntry[]> =>
  outlinedEntries(await client.calendar.outline(input))

const keys = (entries: readonly OutlinedEntry[]): string[] => entries.map(({ postId, variantId }) => `${postId} ${variantId}`).sort()

/** Everything that a view shows from the first to the last day, screen by screen, each from an answer of its own. */
async function shownBy(view: CalendarView, place: PlanningPlace, zone: string, weekStart: WeekStart): Promise<string[]> {
  const days = eachDay(FIRST, LAST)
  const dates = view === 'day' ? days : [...new Set(days.map((date) => (view === 'week' ? startOfWeek(date, weekStart) : `${date.slice(0, 8)}01`)))]
  const shown: OutlinedEntry[] = []
  for (const date of dates) {
    const look = { view, date, weekStart, zone }
    const entries = await outlineIn(place, { clientId: place.clientId, ...rangeOfView(look) })
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

describe('month, week, day, list and board of the real calendar', () => {
  it.each(ZONES)('show the same set for 1,000 random posts in %s', async (zone) => {
    const place = await startPlanning({ zone })
    await plan(place, ZONES.indexOf(zone) + 1)
    const entries = await entriesIn(place.client, { clientId: place.clientId, ...rangeOfDays(FIRST, LAST, zone) })
    const expected = keys(entries)
    expect(expected.length).toBeGreaterThan(700)
    for (const weekStart of ['monday', 'sunday'] as const) {
      for (const view of ['month', 'week', 'day', 'list'] as const) expect(await shownBy(view, place, zone, weekStart)).toEqual(expected)
    }
    const outline = await outlineIn(place, { clientId: place.clientId, ...rangeOfDays(FIRST, LAST, zone) })
    expect(keys(boardOf(outline, place.core.services.now()).flatMap(({ tiles }) => tiles.flatMap((tile) => tile.entries)))).toEqual(expected)
    expect(keys(tilesOf(outline).flatMap((tile) => tile.entries))).toEqual(expected)
  })
})

const withoutFace = ({ excerpt: _excerpt, thumbnailUrl: _picture, ...entry }: CalendarEntry): OutlinedEntry => entry

describe('what tiles are drawn from', () => {
  const range = { from: '2026-09-30T22:00:00.000Z', to: '2026-12-31T23:00:00.000Z' }

  /** A post with words, a picture and a time of its own on a channel, one that went out in part before it was moved, one without a channel, one in the trash. */
  async function stage(): Promise<PlanningPlace> {
    const place = await startPlanning()
    const { client, clientId, assetIds, channels } = place
    const [first, second] = assetIds
    const own = await makePost(place, { title: '', text: 'Boats at dawn', media: [{ assetId: first ?? '' }] })
    const [onInstagram, onX] = own.variants.map(({ id }) => id)
    await client.posts.updateVariant({ clientId, variantId: onInstagram ?? '', text: 'Only here' })
    await client.posts.setMedia({ clientId, postId: own.id, variantId: onInstagram ?? '', media: [{ assetId: second ?? '' }] })
    await client.posts.schedule({ clientId, items: [{ variantId: onX ?? '', planned: on('2026-10-26', '07:30') }] })
    const moved = await makePost(place, { title: 'Gulls', planned: on('2026-10-02') })
    await walk(place, [moved.variants[0]?.id ?? ''], 'scheduled', 'published')
    await client.posts.schedule({ clientId, items: [{ postId: moved.id, planned: on('2026-11-05') }] })
    await makePost(place, { title: 'No channel', variants: [] })
    const gone = await makePost(place, { title: 'Gone' })
    await client.posts.trash({ clientId, ids: [gone.id] })
    await makePost(place, { title: 'Ferry', planned: on('2026-12-12'), variants: [{ channelId: channels.linkedin ?? '' }] })
    return place
  }

  it('names the same entries as are asked for with all that they have, whatever the filter', async () => {
    const place = await stage()
    const { client, clientId, channels } = place
    const filters: Omit<AppInputs['calendar']['outline'], 'clientId' | 'from' | 'to'>[] = [
      {}, { channelIds: [channels.x ?? ''] }, { networks: ['instagram'] }, { statuses: ['draft'] }, { statuses: ['published'] }, { search: 'gulls' }, { search: 'dawn' }
    ]
    for (const filter of filters) {
      const input = { clientId, ...range, ...filter }
      const entries = await entriesIn(client, input)
      expect(entries.length).toBeGreaterThan(0)
      expect(await outlineIn(place, input)).toEqual(entries.map(withoutFace))
    }
    const november = { clientId, from: '2026-10-31T23:00:00.000Z', to: '2026-11-30T23:00:00.000Z' }
    expect((await outlineIn(place, november)).map(({ title }) => title)).toEqual(['Gulls'])
  })

  it('shows the words and the picture that each channel has', async () => {
    const place = await stage()
    const { client, clientId } = place
    const entries = await entriesIn(client, { clientId, ...range })
    const { faces } = await client.calendar.faces({ clientId, postIds: [...entries.map(({ postId }) => postId), 'unknown'] })
    const shown = entries.map((entry) => faceOf({ title: entry.title, entries: [withoutFace(entry)] }, faces.find(({ postId }) => postId === entry.postId)))
    expect(shown).toEqual(entries.map(({ title, excerpt, thumbnailUrl }) => ({ name: title || excerpt, thumbnailUrl })))
    expect(new Set(shown.map(({ name }) => name))).toEqual(new Set(['Only here', 'Boats at dawn', 'Gulls', 'No channel', 'Ferry']))
  })
})
