import { computed, shallowRef, watch, type WatchSource } from 'vue'

/**
 * Conversations that are chosen together: Shift, Ctrl, all. A plain click opens one and chooses nothing.
 * @param between conversations of a run of places, which may have to be read first
 */
export function useInboxSelection(idAt: (index: number) => string | undefined, between: (from: number, to: number) => Promise<string[]>, forget: WatchSource) {
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

  async function run(from: number, to: number): Promise<void> {
    const found = await between(Math.min(from, to), Math.max(from, to))
    chosen.value = new Set(found)
  }

  /** Says whether the press chose something, so that nothing is opened. */
  function pick(index: number, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean {
    if (shiftKey) {
      void run(anchor, index)
      return true
    }
    if (ctrlKey || metaKey) {
      toggle(index)
      return true
    }
    clear()
    anchor = index
    return false
  }

  const clear = (): void => {
    if (chosen.value.size > 0) chosen.value = new Set()
  }
  watch(forget, clear)

  return { ids, has, pick, toggle, run, clear }
}
