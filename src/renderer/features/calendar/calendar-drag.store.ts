import { clockTimeOf } from '@shared/calendar'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CalendarTile } from './calendar-tiles.rules'

/** What is dragged: tiles of the calendar, posts without a time, ideas, or pictures of the library. */
export type Dragged =
  | { kind: 'tiles'; tiles: CalendarTile[]; grabbed: CalendarTile; name: string }
  | { kind: 'posts'; ids: string[]; idea: boolean; name: string }
  | { kind: 'asset'; assetId: string; name: string; thumbnailUrl: string }

/** Where it would land. Elements say it in `data-drop` and what goes with it. */
export type DropTarget =
  | { kind: 'spot'; day: string; time: string | null }
  | { kind: 'column'; column: string; before: string | null }
  | { kind: 'step'; steps: number }
  | { kind: 'tile'; id: string }
  | { kind: 'tray' }

const THRESHOLD = 5
const STEP_AFTER = 650
const SNAP = 15
const EDGE = 44
const SCROLL = 12

/** The minute under the pointer in a column drawn to scale, on the quarter hour. */
function timeAt(column: HTMLElement, y: number, grip: number): string {
  const box = column.getBoundingClientRect()
  const minutes = ((y - grip - box.top) / box.height) * 24 * 60
  return clockTimeOf(Math.min(Math.max(Math.round(minutes / SNAP) * SNAP, 0), 24 * 60 - SNAP))
}

function targetOf(element: HTMLElement | null, y: number, grip: number): DropTarget | undefined {
  const { drop, day = '', column = '', before = '', steps = '', tile = '', time = '' } = element?.dataset ?? {}
  if (drop === 'day') return { kind: 'spot', day, time: null }
  if (drop === 'slot') return { kind: 'spot', day, time }
  if (drop === 'time' && element) return { kind: 'spot', day, time: timeAt(element, y, grip) }
  if (drop === 'column') return { kind: 'column', column, before: before || null }
  if (drop === 'step') return { kind: 'step', steps: Number(steps) }
  if (drop === 'tile') return { kind: 'tile', id: tile }
  if (drop === 'tray') return { kind: 'tray' }
  return undefined
}

const under = (x: number, y: number): HTMLElement | null => document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null

/** Scrolls what is under the pointer when it comes near its edge. */
function scrollNear(x: number, y: number): void {
  const scroller = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drag-scroll]')
  if (!scroller) return
  const box = scroller.getBoundingClientRect()
  if (y < box.top + EDGE) scroller.scrollBy(0, -SCROLL)
  else if (y > box.bottom - EDGE) scroller.scrollBy(0, SCROLL)
  if (x < box.left + EDGE) scroller.scrollBy(-SCROLL, 0)
  else if (x > box.right - EDGE) scroller.scrollBy(SCROLL, 0)
}

export interface DropHandlers {
  drop(item: Dragged, target: DropTarget, copy: boolean): unknown
  step(steps: number): void
}

/** One drag at a time, with the pointer. The handlers are those of the screen that is shown. */
export const useCalendarDrag = defineStore('calendar-drag', () => {
  const item = shallowRef<Dragged>()
  const target = shallowRef<DropTarget>()
  const pointer = ref({ x: 0, y: 0 })
  /** Alt or Ctrl: a copy is made. */
  const copy = ref(false)
  /** The last one counts: a view may take what is dropped from its page, and gives it back when it goes. */
  let screens: DropHandlers[] = []
  let stepTimer: ReturnType<typeof setTimeout> | undefined
  let scrollTimer: ReturnType<typeof setInterval> | undefined
  const draggedIds = computed(() => new Set(item.value?.kind === 'tiles' ? item.value.tiles.map((tile) => tile.id) : []))
  const isDragged = (tileId: string): boolean => draggedIds.value.has(tileId)

  function provide(from: DropHandlers): () => void {
    screens = [...screens, from]
    return () => {
      screens = screens.filter((one) => one !== from)
    }
  }

  function stepWhileHeld(): void {
    clearTimeout(stepTimer)
    stepTimer = setTimeout(() => {
      if (target.value?.kind !== 'step') return
      screens.at(-1)?.step(target.value.steps)
      stepWhileHeld()
    }, STEP_AFTER)
  }

  function hover(grip: number): void {
    const next = targetOf(under(pointer.value.x, pointer.value.y), pointer.value.y, grip)
    if (next?.kind !== target.value?.kind) clearTimeout(stepTimer)
    if (next?.kind === 'step' && target.value?.kind !== 'step') stepWhileHeld()
    target.value = next
  }

  function finish(): void {
    clearTimeout(stepTimer)
    clearInterval(scrollTimer)
    item.value = undefined
    target.value = undefined
    copy.value = false
  }

  /** The click that the browser makes of the release is none. */
  function swallowClick(): void {
    const swallow = (event: Event): void => {
      event.stopPropagation()
      event.preventDefault()
    }
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
  }

  /** Call on `pointerdown`: nothing is dragged before the pointer has gone a little way. */
  function begin(down: PointerEvent, make: () => Dragged | undefined): void {
    if (down.button !== 0 || down.pointerType === 'touch') return
    const held = (down.target instanceof Element ? down.target.closest('[data-tile]') : null) ?? down.currentTarget
    const grip = held instanceof Element ? Math.max(0, down.clientY - held.getBoundingClientRect().top) : 0
    const listening = new AbortController()
    const options = { signal: listening.signal, capture: true }

    const move = (event: PointerEvent): void => {
      pointer.value = { x: event.clientX, y: event.clientY }
      if (!item.value) {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < THRESHOLD) return
        item.value = make()
        if (!item.value) return listening.abort()
        scrollTimer = setInterval(() => {
          scrollNear(pointer.value.x, pointer.value.y)
          hover(grip)
        }, 40)
      }
      event.preventDefault()
      copy.value = event.altKey || event.ctrlKey || event.metaKey
      hover(grip)
    }
    const up = (): void => {
      listening.abort()
      const [dragged, landed, copied] = [item.value, target.value, copy.value]
      if (dragged) swallowClick()
      finish()
      if (dragged && landed) void screens.at(-1)?.drop(dragged, landed, copied)
    }
    const key = (event: KeyboardEvent): void => {
      if (!item.value) return
      copy.value = event.altKey || event.ctrlKey || event.metaKey
      event.preventDefault()
      event.stopPropagation()
      if (event.key !== 'Escape') return
      listening.abort()
      swallowClick()
      finish()
    }
    window.addEventListener('pointermove', move, options)
    window.addEventListener('pointerup', up, options)
    window.addEventListener('pointercancel', () => (listening.abort(), finish()), options)
    window.addEventListener('keydown', key, options)
    window.addEventListener('keyup', key, options)
  }

  return { item, target, pointer, copy, isDragged, provide, begin }
})
