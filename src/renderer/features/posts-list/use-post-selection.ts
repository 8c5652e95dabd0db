import { computed, shallowRef, watch, type WatchSource } from 'vue'

/** Rows chosen in a list whose order is known by index: click, Ctrl, Shift, all. A plain click only moves the ring. */
export function usePostSelection(idAt: (index: number) => string | undefined, forget: WatchSource) {
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const ids = computed(() => [...chosen.value])
  const has = (id: string | undefined): boolean => id !== undefined && chosen.value.has(id)
  let anchor = 0

  function pick(index: number, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
    const id = idAt(index)
    if (id === undefined) return
    if (shiftKey) {
      const [from, to] = [Math.min(anchor, index), Math.max(anchor, index)]
      const run = Array.from({ length: to - from + 1 }, (_, step) => idAt(from + step)).filter((one) => one !== undefined)
      chosen.value = new Set(run)
      return
    }
    if (ctrlKey || metaKey) toggle(index)
    else if (chosen.value.size > 0) clear()
    anchor = index
  }

  function toggle(index: number): void {
    const id = idAt(index)
    if (id === undefined) return
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
    anchor = index
  }

  const clear = (): void => {
    chosen.value = new Set()
  }
  const set = (all: readonly string[]): void => {
    chosen.value = new Set(all)
  }
  watch(forget, clear)

  return { ids, has, pick, toggle, clear, set }
}
