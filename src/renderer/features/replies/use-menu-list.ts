import { computed, nextTick, ref, useId, watch, type ComputedRef, type Ref } from 'vue'

export interface MenuList<T> {
  query: Ref<string>
  active: Ref<number>
  chosen: ComputedRef<T | undefined>
  listId: string
  optionId: (index: number) => string
  /** Moves through the list; true where the key was one of its own. */
  move: (event: KeyboardEvent) => boolean
  begin: (field: HTMLInputElement | null) => Promise<void>
}

/** A list under a search field: arrows go through it while the field keeps the focus. `found` is what matches the words typed. */
export function useMenuList<T>(found: (query: string) => readonly T[]): MenuList<T> & { found: ComputedRef<readonly T[]> } {
  const [query, active, id] = [ref(''), ref(0), useId()]
  const list = computed(() => found(query.value))
  const optionId = (index: number): string => `${id}-${index}`

  watch([query, () => list.value.length], () => (active.value = 0))
  watch(active, async (index) => {
    await nextTick()
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' })
  })

  function move(event: KeyboardEvent): boolean {
    const last = list.value.length - 1
    if (event.isComposing || last < 0) return false
    if (event.key === 'ArrowDown') active.value = active.value >= last ? 0 : active.value + 1
    else if (event.key === 'ArrowUp') active.value = active.value <= 0 ? last : active.value - 1
    else if (event.key === 'PageDown') active.value = Math.min(last, active.value + 8)
    else if (event.key === 'PageUp') active.value = Math.max(0, active.value - 8)
    else return false
    event.preventDefault()
    return true
  }
  async function begin(field: HTMLInputElement | null): Promise<void> {
    query.value = ''
    active.value = 0
    await nextTick()
    field?.focus()
  }
  return { query, active, found: list, chosen: computed(() => list.value[active.value]), listId: `${id}-list`, optionId, move, begin }
}
