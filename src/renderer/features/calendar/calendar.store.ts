import { daysInView, rangeOfView, stepView, type CalendarLook, type CalendarView } from '@shared/calendar'
import type { AppOutputs } from '@shared/contract'
import { entriesOf } from '@shared/features/calendar/calendar-entries'
import type { CalendarEntry } from '@shared/features/calendar/calendar.contract'
import { zoneClock } from '@shared/time'
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { useClients } from '../clients'
import { useCalendarClock } from './calendar-clock'
import { tilesOf, type CalendarTile } from './calendar-tiles.rules'
import { isSame } from './is-same.rules'
import { usePostFilter } from './post-filter.store'

export const VIEWS = ['month', 'week', 'day', 'list', 'board', 'grid'] as const
export type ViewName = (typeof VIEWS)[number]
export type Background = AppOutputs['calendar']['background']

/** The days each view spans: board and grid show a month, as the list does. */
const SPANS: Readonly<Record<ViewName, CalendarView>> = { month: 'month', week: 'week', day: 'day', list: 'list', board: 'list', grid: 'list' }
const noBackground: Background = { countries: [], holidays: [], dates: [], campaigns: [], openSlots: [] }
const OURS = /^(?:post|variant|campaign|channel|pillar|calendar|series|slot|client)/
const PAUSE = 120
const KEPT = 5
/** Milliseconds that a month at hand is painted in before it is asked for once more. */
const PAINTED = 50

/** What the calendar shows: one query for the whole weeks of a month, which every view takes its part of. */
export const useCalendar = defineStore('calendar', () => {
  const api = useApi()
  const shell = useClientShell()
  const clients = useClients()
  const filter = usePostFilter()
  const { now, zone, today, ahead } = useCalendarClock()

  const view = useRemembered<ViewName>('calendar.view', 'month')
  const remembered = useRemembered('calendar.date', '')
  const entries = shallowRef<CalendarEntry[]>([])
  const background = shallowRef<Background>(noBackground)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const writing = ref(0)
  const kept = new Map<string, { entries: CalendarEntry[]; background: Background }>()
  const made = new WeakMap<CalendarEntry[], CalendarTile[]>()
  let later: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const date = computed(() => remembered.value || today.value)
  const weekStart = computed(() => clients.clients.find((client) => client.id === shell.currentId)?.weekStart ?? 'monday')
  const look = computed<CalendarLook>(() => ({ view: SPANS[view.value], date: date.value, weekStart: weekStart.value, zone: zone.value }))
  const monthOfLook = (of: string): CalendarLook => ({ ...look.value, view: 'month', date: of })
  const keyOf = (of: string): string => [shell.currentId, rangeOfView(monthOfLook(of)).from, weekStart.value, zone.value, filter.key].join('|')
  /** The tiles of a month are made when it is asked for, ahead of the day it is gone to. */
  function tilesFor(of: CalendarEntry[]): CalendarTile[] {
    const known = made.get(of) ?? tilesOf(of)
    made.set(of, known)
    return known
  }
  const tiles = computed(() => tilesFor(entries.value))
  /** The client's clock over the weeks that are loaded. */
  const clock = computed(() => zoneClock(zone.value, rangeOfView(monthOfLook(date.value))))
  const dayOf = (instant: string): string => clock.value(instant).date
  /** First and last day that the view shows. */
  const days = computed(() => daysInView(look.value))
  const readOnly = computed(() => (shell.current?.archivedAt ?? null) !== null)

  async function ask(of: string): Promise<{ entries: CalendarEntry[]; background: Background } | undefined> {
    const clientId = shell.currentId
    if (clientId === undefined) return undefined
    const key = keyOf(of)
    const { first, last } = daysInView(monthOfLook(of))
    const [found, behind] = await Promise.all([
      api.calendar.entries({ clientId, ...filter.query, ...rangeOfView(monthOfLook(of)) }),
      api.calendar.background({ clientId, fromDay: first, toDay: last })
    ])
    const [read, before] = [entriesOf(found.posts), kept.get(key)?.entries]
    const answer = { entries: before && isSame(before, read) ? before : read, background: behind }
    tilesFor(answer.entries)
    kept.delete(key)
    kept.set(key, answer)
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return answer
  }

  /** What is shown already is not drawn again: a month that was asked for ahead is asked for once more when it is gone to. */
  function take(answer: { entries: CalendarEntry[]; background: Background }): void {
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

  /** The months beside this one, so that going there shows them at once. */
  async function lookAhead(): Promise<void> {
    for (const steps of [1, -1]) {
      const of = stepView('month', date.value, steps)
      if (!kept.has(keyOf(of))) await ask(of).catch(() => undefined)
    }
  }

  function refreshSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      if (writing.value === 0) void refresh()
    }, PAUSE)
  }

  /** Shows a change before the core has answered, and holds reading back until it has. */
  async function writeAhead<T>(change: (entry: CalendarEntry) => CalendarEntry, write: () => Promise<T>): Promise<T> {
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
      clearTimeout(later)
      const askAnew = (): void => void refresh().then(lookAhead)
      if (known) void nextTick(() => (later = setTimeout(askAnew, PAINTED)))
      else askAnew()
    },
    { immediate: true }
  )

  return {
    view, date, look, days, weekStart, zone, now, today, ahead, entries, tiles, background, state, failure, readOnly,
    show, step, isInSight, dayOf, refresh, writeAhead
  }
})
