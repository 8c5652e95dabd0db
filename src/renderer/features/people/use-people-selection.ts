import { computed, shallowRef, watch, type WatchSource } from 'vue'

/** People chosen in a list whose order is known by index: Ctrl and Shift add, a plain click only moves the ring. */
export function usePeopleSelection(idAt: (index: number) => string | undefined, forget: WatchSource) {
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const ids = computed(() => [...chosen.value])
  const has = (id: string | undefined): boolean => id !== undefined && chosen.value.has(id)
  let anchor = 0

  function toggle(index: number): void {
    const id = idAt(index)
    if (id === undefined) return
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
    anchor = index
  }

  function pick(index: number, { shiftKey, ctrlKey, metaKey, type }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'type'>): void {
    if (shiftKey) {
      const [from, to] = [Math.min(anchor, index), Math.max(anchor, index)]
      chosen.value = new Set(Array.from({ length: to - from + 1 }, (_, step) => idAt(from + step)).filter((one) => one !== undefined))
    } else if (ctrlKey || metaKey) toggle(index)
    else {
      // Arrow keys only move the ring, so that X can choose several.
      if (type !== 'keydown') clear()
      anchor = index
    }
  }

  function clear(): void {
    if (chosen.value.size > 0) chosen.value = new Set()
  }
  watch(forget, clear)

  return { ids, has, pick, toggle, clear }
}
