import { onScopeDispose, ref, watch, type Ref } from 'vue'

const PAUSE = 500

/**
 * Text that is saved a moment after the last keystroke, and at once when the field is left, another thing is shown or the part
 * goes away. `key` names the thing; what comes from outside is taken over unless something is unsaved.
 */
export function useSavedText<Key>(
  key: () => Key,
  stored: () => string,
  write: (key: Key, text: string) => Promise<unknown>
): { text: Ref<string>; flush: () => void } {
  const text = ref(stored())
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsaved: { key: Key; text: string } | undefined

  function flush(): void {
    clearTimeout(timer)
    const waiting = unsaved
    unsaved = undefined
    if (waiting) void write(waiting.key, waiting.text)
  }

  watch(text, (now) => {
    if (now === stored() && !unsaved) return
    unsaved = { key: key(), text: now }
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE)
  }, { flush: 'sync' })
  watch([key, stored], ([nowKey, nowStored], [thenKey]) => {
    if (nowKey !== thenKey) flush()
    if (!unsaved) text.value = nowStored
  })
  onScopeDispose(flush)

  return { text, flush }
}
