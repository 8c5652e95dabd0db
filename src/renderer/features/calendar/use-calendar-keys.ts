import { clockTimeOf, minutesOf } from '@shared/calendar'
import { wallTimeOf } from '@shared/time'
import { nextTick, type ShallowRef } from 'vue'
import type { KeyPlace } from './calendar-keys.rules'
import { useCalendar } from './calendar.store'
import { useCalendarSelection } from './calendar-selection.store'
import type { CalendarTile } from './calendar-tiles.rules'
import { useMoveTiles } from './use-move-tiles'

export interface CalendarKeyEvents {
  open(tile: CalendarTile): void
  look(tile: CalendarTile): void
  /** Enter on a day without a tile under the keyboard. */
  enterDay(day: string): void
}

interface Moves {
  move(key: string, from: KeyPlace): KeyPlace | undefined
  /** What Alt with an arrow does to a post: days, or minutes in the views that are drawn to scale. */
  nudge(key: string): { days: number } | { minutes: number } | undefined
  /** Makes sure that a place is drawn, before it gets the focus. */
  reveal?(place: KeyPlace): void
}

/** Clicks choose as in a file manager. */
function useTilePointer() {
  const selection = useCalendarSelection()
  const tileAt = (event: MouseEvent): string | undefined =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]')?.dataset.tile : undefined

  let from: string | undefined

  /** The focus goes to what is pressed before the click comes. */
  function pointerdown(): void {
    from = selection.activeId
  }

  function click(event: MouseEvent): void {
    const id = tileAt(event)
    if (id !== undefined) selection.pick(id, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey }, from)
    else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) selection.clear()
  }

  function contextmenu(event: MouseEvent): void {
    const id = tileAt(event)
    if (id !== undefined) selection.pickForMenu(id)
  }

  return { pointerdown, click, contextmenu }
}

/** Moves a post by a key, and keeps the keyboard on it. */
function useNudges(root: Readonly<ShallowRef<HTMLElement | null>>, moves: Moves) {
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const { moveTo, moveByDays } = useMoveTiles()

  async function focus({ day, id }: KeyPlace): Promise<void> {
    moves.reveal?.({ day, id })
    await nextTick()
    const tile = id === undefined ? null : root.value?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(id)}"]`)
    const target = tile ?? root.value?.querySelector<HTMLElement>(`[data-cell="${day}"]`)
    target?.focus({ preventScroll: false })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** The post goes, the keyboard with it. */
  async function nudge(key: string): Promise<boolean> {
    const tile = selection.active
    const by = moves.nudge(key)
    if (!by || !tile || calendar.readOnly) return false
    const subject = selection.has(tile.id) ? selection.tiles : [tile]
    if ('days' in by) void moveByDays(subject, by.days)
    else {
      const { date, time } = wallTimeOf(tile.instant, calendar.zone)
      const minutes = minutesOf(time) + by.minutes
      if (minutes < 0 || minutes >= 24 * 60) return true
      void moveTo(subject, tile, { day: date, time: clockTimeOf(minutes) })
    }
    await nextTick()
    const place = { day: selection.activeDay, id: selection.activeId }
    if (!calendar.isInSight(place.day)) calendar.show(place.day)
    await focus(place)
    return true
  }

  return { focus, nudge }
}

/** The keys of a view: arrows go, Alt with an arrow moves the post, Enter opens, Space looks, Shift chooses on the way. */
export function useCalendarKeys(root: Readonly<ShallowRef<HTMLElement | null>>, moves: Moves, events: CalendarKeyEvents) {
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const { focus, nudge } = useNudges(root, moves)

  function go(place: KeyPlace, range: boolean): void {
    if (place.day !== '' && !calendar.isInSight(place.day)) calendar.show(place.day)
    if (range && place.id !== undefined) selection.pick(place.id, { range: true, toggle: false })
    selection.focusOn(place.day, place.id)
    void focus(place)
  }

  function act(event: KeyboardEvent): boolean {
    const tile = selection.active
    if (event.key === 'Enter') {
      if (tile) events.open(tile)
      else if (selection.activeDay !== '') events.enterDay(selection.activeDay)
      return true
    }
    if (event.key === ' ' && tile) {
      if (event.ctrlKey || event.metaKey) selection.pick(tile.id, { range: false, toggle: true })
      else events.look(tile)
      return true
    }
    return false
  }

  const isOurs = (target: EventTarget | null): boolean =>
    target instanceof HTMLElement && (target.dataset.tile !== undefined || target.dataset.cell !== undefined || target === root.value)

  function onKeydown(event: KeyboardEvent): void {
    if (!isOurs(event.target)) return
    if (event.altKey) {
      // With Shift it is a command of its own.
      if (!event.shiftKey && moves.nudge(event.key)) {
        event.preventDefault()
        void nudge(event.key)
      }
      return
    }
    const next = event.ctrlKey || event.metaKey ? undefined : moves.move(event.key, { day: selection.activeDay, id: selection.activeId })
    if (next) go(next, event.shiftKey)
    else if (!act(event)) return
    event.preventDefault()
  }

  /** The keyboard follows the focus, wherever it comes from. */
  function onFocusin(event: FocusEvent): void {
    if (!(event.target instanceof HTMLElement)) return
    const { tile, cell } = event.target.dataset
    if (tile !== undefined) {
      const day = event.target.closest<HTMLElement>('[data-within]')?.dataset.within ?? selection.activeDay
      selection.focusOn(day, tile)
    } else if (cell !== undefined) selection.focusOn(cell)
  }

  return { listeners: { keydown: onKeydown, focusin: onFocusin, ...useTilePointer() }, focus }
}
