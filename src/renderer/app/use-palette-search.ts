import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { useCommands, type PaletteSearch } from './commands.store'
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
    // In the order in which they answer, so that nothing moves under the cursor when a slow one comes in.
    const ask = async ({ group, find }: PaletteSearch): Promise<void> => {
      const commands = await find(text, controller.signal)
      if (!controller.signal.aborted && commands.length > 0) found.value = [...found.value, { label: group, commands }]
    }
    await Promise.allSettled([...registry.searches.values()].map(ask))
  })

  return found
}
