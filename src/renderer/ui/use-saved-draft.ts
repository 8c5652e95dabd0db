import { onScopeDispose, ref, watch, type Ref } from 'vue'

const PAUSE = 500

/**
 * Words in a field that are saved a moment after the last keystroke, and at once when the field is left, another thing is
 * shown or the part goes away. What comes from outside is taken over unless something is unsaved or the hand is in the field. Where words are needed,
 * an empty field is not saved and shows the stored ones again when it is left.
 */
export function useSavedDraft(
  identity: () => string,
  stored: () => string,
  needed: () => boolean,
  save: (text: string, identity: string) => void
): { draft: Ref<string>; flush: () => void; enter: () => void; leave: () => void } {
  const draft = ref(stored())
  let inHand = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsaved: { identity: string; text: string } | undefined
  /** What was saved last, until it comes back as stored. */
  let sent: { identity: string; text: string } | undefined

  /** What is stored of a thing, or will be once the last save has come through. */
  function known(id: string): string | undefined {
    if (sent?.identity === id) return sent.text
    return id === identity() ? stored() : undefined
  }

  function flush(): void {
    clearTimeout(timer)
    const waiting = unsaved
    unsaved = undefined
    if (!waiting || (needed() && waiting.text.trim() === '')) return
    if (waiting.text === known(waiting.identity)) return
    sent = waiting
    save(waiting.text, waiting.identity)
  }
  function enter(): void {
    inHand = true
  }
  function leave(): void {
    inHand = false
    flush()
    if (needed() && draft.value.trim() === '') draft.value = stored()
  }

  watch(draft, (now) => {
    if (now === known(identity()) && !unsaved) return
    unsaved = { identity: identity(), text: now }
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE)
  }, { flush: 'sync' })
  watch([identity, stored], ([nowId, nowStored], [thenId]) => {
    if (nowId !== thenId) flush()
    else sent = undefined
    // What is stored may be tidier than what is being typed: a blank at the end must not vanish under the hand.
    if (unsaved || draft.value === nowStored || (inHand && nowId === thenId)) return
    draft.value = nowStored
    unsaved = undefined
    clearTimeout(timer)
  })
  onScopeDispose(flush)

  return { draft, flush, enter, leave }
}
