import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useClientShell } from '../../app'
import { useCalendar } from './calendar.store'
import type { CalendarTile } from './calendar-tiles.rules'

export interface PickModifiers {
  /** Shift: from the last one to here, in order of time. */
  range: boolean
  /** Ctrl or Cmd: one more, or one less. */
  toggle: boolean
}

/** Which tiles are chosen, and where the keyboard is: on a day, and on one of its tiles or on the day itself. */
export const useCalendarSelection = defineStore('calendar-selection', () => {
  const calendar = useCalendar()
  const shell = useClientShell()
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const activeId = ref<string>()
  const activeDay = ref('')
  let anchor: string | undefined

  const byId = computed(() => new Map(calendar.tiles.map((tile) => [tile.id, tile])))
  const tiles = computed(() => [...chosen.value].flatMap((id) => byId.value.get(id) ?? []))
  const count = computed(() => tiles.value.length)
  const postIds = computed(() => [...new Set(tiles.value.map((tile) => tile.postId))])
  const active = computed(() => (activeId.value === undefined ? undefined : byId.value.get(activeId.value)))
  /** What an action is about: the chosen tiles, else the one the keyboard is on. */
  const subject = computed<CalendarTile[]>(() => (count.value > 0 ? tiles.value : active.value ? [active.value] : []))
  const has = (id: string): boolean => chosen.value.has(id)
  const tileOf = (id: string): CalendarTile | undefined => byId.value.get(id)

  const clear = (): void => {
    chosen.value = new Set()
  }

  function between(from: string, to: string): string[] {
    const order = calendar.tiles.map((tile) => tile.id)
    const [one, other] = [order.indexOf(from), order.indexOf(to)]
    return one === -1 || other === -1 ? [to] : order.slice(Math.min(one, other), Math.max(one, other) + 1)
  }

  /** `from`: where the keyboard was before the pointer came. */
  function pick(id: string, { range, toggle }: PickModifiers, from?: string): void {
    if (range) {
      chosen.value = new Set([...(toggle ? chosen.value : []), ...between(anchor ?? from ?? activeId.value ?? id, id)])
      activeId.value = id
      return
    }
    if (toggle) {
      // As in a file manager, the one clicked first counts as chosen when a second is added.
      const first = chosen.value.size === 0 && from !== undefined && from !== id && byId.value.has(from) ? [from] : []
      const next = new Set([...chosen.value, ...first])
      if (!next.delete(id)) next.add(id)
      chosen.value = next
    } else if (chosen.value.size > 0) clear()
    anchor = id
    activeId.value = id
  }

  /** Moves the keyboard, without choosing. */
  function focusOn(day: string, id?: string): void {
    activeDay.value = day
    activeId.value = id
  }

  /** A right click acts on the selection when it lies inside it, else on what was clicked. */
  function pickForMenu(id: string): void {
    if (!chosen.value.has(id)) clear()
    activeId.value = id
  }

  const pickAll = (ids: readonly string[]): void => {
    chosen.value = new Set(ids)
  }
  /** After a move: the same tiles under their new time. */
  function follow(renamed: ReadonlyMap<string, string>): void {
    chosen.value = new Set([...chosen.value].map((id) => renamed.get(id) ?? id))
    if (activeId.value !== undefined) activeId.value = renamed.get(activeId.value) ?? activeId.value
  }

  watch([() => shell.currentId, () => calendar.view], () => {
    clear()
    activeId.value = undefined
  })

  return { tiles, count, postIds, active, activeId, activeDay, subject, has, tileOf, pick, focusOn, pickForMenu, pickAll, clear, follow }
})
