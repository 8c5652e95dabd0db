import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { useCommands } from './commands.store'
import type { PaletteSection } from './palette-sections'

const typingPause = 120
const leastLetters = 2

/** What the searches of the features find for the query, a moment after the last letter. A failing search finds nothing. */
export function usePaletteSearch(query: Readonly<Ref<string>>): Readonly<ShallowRef<readonly PaletteSection[]>> {
  const registry = useCommands()
  const found = shallowRef<readonly PaletteSection[]>([])

  watch(query, async (typed, _before, onCleanup) => {
    const text = typed.trim()
    found.value = []
    if (text.length < leastLetters || registry.searches.size === 0) return
    const controller = new AbortController()
    onCleanup(() => controller.abort())
    await new Promise((resolve) => setTimeout(resolve, typingPause))
    if (controller.signal.aborted) return
    const searches = [...registry.searches.values()]
    const results = await Promise.allSettled(searches.map(async (search) => search.find(text, controller.signal)))
    if (controller.signal.aborted) return
    found.value = results.flatMap((result, index) => {
      const label = searches[index]?.group
      return result.status === 'fulfilled' && label && result.value.length > 0 ? [{ label, commands: result.value }] : []
    })
  })

  return found
}
