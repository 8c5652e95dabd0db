import { onBeforeUnmount } from 'vue'

const restsAfter = 400

/**
 * Key presses that follow each other are one change, and one step to undo: it is told when the hand rests, or goes elsewhere.
 * Call `flush` before anything else may happen to what is edited.
 */
export function useRestingHand<T>(commit: (value: T) => void): { rest: (value: T) => void; flush: () => void } {
  let waiting: { value: T } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    const last = waiting
    waiting = undefined
    if (last) commit(last.value)
  }

  function rest(value: T): void {
    waiting = { value }
    clearTimeout(timer)
    timer = setTimeout(flush, restsAfter)
  }

  onBeforeUnmount(flush)
  return { rest, flush }
}
