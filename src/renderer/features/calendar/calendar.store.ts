import { daysInView, daysOf, rangeOfView, stepView, type CalendarLook, type CalendarView, type Days } from '@shared/calendar'
import type { AppOutputs } from '@shared/contract'
import { outlinedEntries } from '@shared/features/calendar/calendar-outline'
import type { OutlinedEntry } from '@shared/features/calendar/calendar.contract'
import { zoneClock } from '@shared/time'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { useClients } from '../clients'
import { afterPaint } from './after-paint'
import { useCalendarClock } from './calendar-clock'
import { tilesOf, type CalendarTile } from './calendar-tiles.rules'
import { isSame } from './is-same.rules'
import { usePostFaces } from './post-faces.store'
import { usePostFilter } from './post-filter.store'

export const VIEWS = ['month', 'week', 'day', 'list', 'board', 'grid'] as const
export type ViewName = (typeof VIEWS)[number]
export type Background = AppOutputs['calendar']['background']

/** The days each view spans: board and grid show a month, as the list does. */
const SPANS: Readonly<Record<ViewName, CalendarView>> = { month: 'month', week: 'week', day: 'day', list: 'list', board: 'list', grid: 'list' }
const noBackground: Background = { countries: [], holidays: [], dates: [], campaigns: [], openSlots: [] }
const OURS = /^(?:post|variant|campaign|channel|pillar|calendar|series|slot|client)/
const PAUSE = 120
/** Months that are asked for ahead on either side: two, so that a second step soon after the first finds its month too. */
const AHEAD = [1, -1, 2, -2]
const KEPT = 7
/** Posts of a day whose words and pictures come with the month; a view asks for what else it shows. */
const FACES_A_DAY = 6

/** What is made of a month's entries once: the tiles, and their days. */
interface Made {
  zone: string
  tiles: CalendarTile[]
  days: Days<CalendarTile>
}

/** What the calendar shows: one query for the whole weeks of a month, which every view takes its part of. */
export const useCalendar = defineStore('calendar', () => {
  const api = useApi()
  const shell = useClientShell()
  const clients = useClients()
  const filter = usePostFilter()
  const faces = usePostFaces()
  const { now, zone, today, ahead } = useCalendarClock()

  const view = useRemembered<ViewName>('calendar.view', 'month')
  const remembered = useRemembered('calendar.date', '')
  const entries = shallowRef<OutlinedEntry[]>([])
  const background = shallowRef<Background>(noBackground)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const writing = ref(0)
  const kept = new Map<string, { entries: OutlinedEntry[]; background: Background }>()
  const made = new WeakMap<OutlinedEntry[], Made>()
  let later = (): void => undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const date = computed(() => remembered.value || today.value)
  const weekStart = computed(() => clients.clients.find((client) => client.id === shell.currentId)?.weekStart ?? 'monday')
  const look = computed<CalendarLook>(() => ({ view: SPANS[view.value], date: date.value, weekStart: weekStart.value, zone: zone.value }))
  const monthOfLook = (of: string): CalendarLook => ({ ...look.value, view: 'month', date: of })
  const keyOf = (of: string): string => [shell.currentId, rangeOfView(monthOfLook(of)).from, weekStart.value, zone.value, filter.key].join('|')
  /** The tiles of a month are made when it is asked for, ahead of the day it is gone to. */
  function makeOf(of: OutlinedEntry[]): Made {
    const known = made.get(of)
    if (known?.zone === zone.value) return known
    const ofTiles = tilesOf(of)
    const fresh = { zone: zone.value, tiles: ofTiles, days: daysOf(ofTiles, zone.value) }
    made.set(of, fresh)
    return fresh
  }
  const tiles = computed(() => makeOf(entries.value).tiles)
  /** The same tiles by day, with their clock times. */
  const byDay = computed(() => makeOf(entries.value).days)
  /** The client's clock over the weeks that are loaded. */
  const clock = computed(() => zoneClock(zone.value, rangeOfView(monthOfLook(date.value))))
  const dayOf = (instant: string): string => clock.value(instant).date
  /** First and last day that the view shows. */
  const days = computed(() => daysInView(look.value))
  const readOnly = computed(() => (shell.current?.archivedAt ?? null) !== null)

  async function ask(of: string): Promise<{ entries: OutlinedEntry[]; background: Background } | undefined> {
    const clientId = shell.currentId
    if (clientId === undefined) return undefined
    const key = keyOf(of)
    const { first, last } = daysInView(monthOfLook(of))
    const [found, behind] = await Promise.all([
      api.calendar.outline({ clientId, ...filter.query, ...rangeOfView(monthOfLook(of)) }),
      api.calendar.background({ clientId, fromDay: first, toDay: last })
    ])
    const [read, before] = [outlinedEntries(found), kept.get(key)?.entries]
    const answer = { entries: before && isSame(before, read) ? before : read, background: behind }
    await faces.ask([...makeOf(answer.entries).days.values()].flatMap((placed) => placed.slice(0, FACES_A_DAY).map(({ entry }) => entry.postId)))
    kept.delete(key)
    kept.set(key, answer)
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return answer
  }

  /** What is shown already is not drawn again: a month that was asked for ahead is asked for once more when it is gone to. */
  function take(answer: { entries: OutlinedEntry[]; background: Background }): void {
    if (!isSame(entries.value, answer.entries)) entries.value = answer.entries
    if (!isSame(background.value, answer.background)) background.value = answer.background
    state.value = 'ready'
  }

  async function refresh(): Promise<void> {
    turn += 1
    const asked = turn
    try {
      const answer = await ask(date.value)
      // What is being written is newer than what was read meanwhile.
      if (asked === turn && answer && writing.value === 0) take(answer)
    } catch (error) {
      if (asked !== turn) return
      failure.value = error
      state.value = 'failed'
    }
  }

  /** The months beside this one, so that going there shows them at once; nothing more once another is gone to. */
  async function lookAhead(): Promise<void> {
    const from = date.value
    for (const steps of AHEAD) {
      if (date.value !== from) return
      const of = stepView('month', from, steps)
      if (!kept.has(keyOf(of))) await ask(of).catch(() => undefined)
    }
  }

  function refreshSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      faces.age()
      if (writing.value === 0) void refresh()
    }, PAUSE)
  }

  /** Shows a change before the core has answered, and holds reading back until it has. */
  async function writeAhead<T>(change: (entry: OutlinedEntry) => OutlinedEntry, write: () => Promise<T>): Promise<T> {
    entries.value = entries.value.map(change).toSorted((a, b) => (a.planned.instant < b.planned.instant ? -1 : a.planned.instant > b.planned.instant ? 1 : 0))
    writing.value += 1
    try {
      return await write()
    } finally {
      writing.value -= 1
      kept.clear()
      if (writing.value === 0) await refresh()
    }
  }

  const show = (next: string): void => {
    remembered.value = next === today.value ? '' : next
  }
  const step = (steps: number): void => show(stepView(look.value.view, date.value, steps))
  const isInSight = (day: string): boolean => day >= days.value.first && day <= days.value.last

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => OURS.test(table))
    if (!ours && event.type !== 'ready') return
    kept.clear()
    refreshSoon()
  })
  watch(
    () => keyOf(date.value),
    (key, before) => {
      const known = kept.get(key)
      if (known) take(known)
      else if (before?.split('|')[0] !== key.split('|')[0]) {
        entries.value = []
        background.value = noBackground
        state.value = 'loading'
      }
      later()
      const askAnew = (): void => void refresh().then(lookAhead)
      // A month at hand is painted, then asked for once more.
      if (known) later = afterPaint(askAnew)
      else askAnew()
    },
    { immediate: true }
  )

  return {
    view, date, look, days, weekStart, zone, now, today, ahead, entries, tiles, byDay, background, state, failure, readOnly,
    show, step, isInSight, dayOf, refresh, writeAhead
  }
})
