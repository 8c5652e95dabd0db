import { computed, shallowRef, watch, type ComputedRef, type WatchSource } from 'vue'

interface Options {
  /** Rows of a run of places, where some may have to be read first. Without it: those that are known. */
  between?: (from: number, to: number) => Promise<string[]>
  /** A move by keys keeps what is chosen, so that several can be chosen by them. */
  keepsByKeys?: boolean
}
type Press = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'type'>

export interface RowSelection {
  ids: ComputedRef<string[]>
  has: (id: string | undefined) => boolean
  /** Says whether the press chose something, so that nothing is opened. */
  pick: (index: number, press: Press) => boolean
  toggle: (index: number) => void
  run: (from: number, to: number) => Promise<void>
  set: (all: readonly string[]) => void
  clear: () => void
}

/** Rows chosen in a list whose order is known by index: Shift and Ctrl choose, a plain press only moves the ring. */
export function useRowSelection(idAt: (index: number) => string | undefined, forget: WatchSource, { between, keepsByKeys = false }: Options = {}): RowSelection {
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const ids = computed(() => [...chosen.value])
  const has = (id: string | undefined): boolean => id !== undefined && chosen.value.has(id)
  let anchor = 0

  const set = (all: readonly string[]): void => {
    chosen.value = new Set(all)
  }
  const clear = (): void => {
    if (chosen.value.size > 0) set([])
  }
  function toggle(index: number): void {
    const id = idAt(index)
    if (id === undefined) return
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
    anchor = index
  }
  async function run(from: number, to: number): Promise<void> {
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    if (between) set(await between(first, last))
    else set(Array.from({ length: last - first + 1 }, (_, step) => idAt(first + step)).filter((one) => one !== undefined))
  }
  function pick(index: number, { shiftKey, ctrlKey, metaKey, type }: Press): boolean {
    if (shiftKey) {
      void run(anchor, index)
      return true
    }
    if (ctrlKey || metaKey) {
      toggle(index)
      return true
    }
    if (!keepsByKeys || type !== 'keydown') clear()
    anchor = index
    return false
  }
  watch(forget, clear)

  return { ids, has, pick, toggle, run, set, clear }
}
