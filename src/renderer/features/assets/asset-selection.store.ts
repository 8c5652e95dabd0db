import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useClientShell } from '../../app'
import { useAssetList } from './asset-list.store'
import { emptySelection, keepListed, selectAt, selectForMenu, selectWithin, type Modifiers, type Selection } from './asset-selection.rules'

/** What is chosen in the library. */
export const useAssetSelection = defineStore('asset-selection', () => {
  const list = useAssetList()
  const shell = useClientShell()
  const selection = shallowRef<Selection>(emptySelection)
  let beforeMarquee: Selection = emptySelection

  const ids = computed(() => [...selection.value.ids])
  const count = computed(() => selection.value.ids.size)
  /** The chosen assets as far as they are loaded. */
  const assets = computed(() => ids.value.map((id) => list.known.get(id)).filter((asset) => asset !== undefined))
  const only = computed(() => (count.value === 1 ? assets.value[0] : undefined))
  const focus = computed(() => selection.value.focus)
  const has = (id: string): boolean => selection.value.ids.has(id)
  const idAt = (index: number): string | undefined => list.assetAt(index)?.id

  async function pick(index: number, modifiers: Modifiers): Promise<void> {
    if (!modifiers.range) {
      selection.value = selectAt(selection.value, index, idAt, modifiers)
      return
    }
    const order = await list.allIds()
    selection.value = selectAt(selection.value, index, (at) => order[at], modifiers)
  }

  /** Moves the ring without choosing. */
  function focusOn(index: number): void {
    selection.value = { ...selection.value, focus: index }
  }

  function pickForMenu(index: number): void {
    selection.value = selectForMenu(selection.value, index, idAt)
  }

  async function pickAll(): Promise<void> {
    selection.value = { ...selection.value, ids: new Set(await list.allIds()) }
  }

  function startMarquee(): void {
    beforeMarquee = selection.value
  }

  function marquee(indexes: readonly number[], add: boolean): void {
    const touched = indexes.map(idAt).filter((id) => id !== undefined)
    selection.value = selectWithin(beforeMarquee, touched, add)
  }

  function clear(): void {
    selection.value = { ...emptySelection, focus: selection.value.focus }
  }

  /** After rows went away: drops what is no longer listed. */
  async function prune(): Promise<void> {
    if (selection.value.ids.size === 0) return
    selection.value = keepListed(selection.value, await list.allIds())
  }

  watch([() => shell.currentId, () => JSON.stringify(list.filter)], () => {
    selection.value = emptySelection
  })

  return { ids, count, assets, only, focus, has, pick, focusOn, pickForMenu, pickAll, startMarquee, marquee, clear, prune }
})
