import { onScopeDispose, ref, watch, type ShallowRef } from 'vue'
import { useElementSize } from '../../ui'

/** Size and scroll position of a scrolling element, at most once a frame. */
export function useScrollWindow(element: Readonly<ShallowRef<HTMLElement | null>>) {
  const { width, height } = useElementSize(element)
  const top = ref(0)
  let frame = 0
  let watched: HTMLElement | null = null

  function read(): void {
    frame = 0
    top.value = watched?.scrollTop ?? 0
  }
  function onScroll(): void {
    if (frame === 0) frame = requestAnimationFrame(read)
  }
  function leave(): void {
    cancelAnimationFrame(frame)
    frame = 0
    watched?.removeEventListener('scroll', onScroll)
  }

  watch(
    element,
    (now) => {
      leave()
      watched = now
      now?.addEventListener('scroll', onScroll, { passive: true })
      read()
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(leave)

  /** Brings a stretch into view with a little air around it. */
  function reveal(from: number, to: number): void {
    if (!watched) return
    const air = 16
    if (from - air < watched.scrollTop) watched.scrollTop = Math.max(0, from - air)
    else if (to + air > watched.scrollTop + watched.clientHeight) watched.scrollTop = to + air - watched.clientHeight
  }

  return { width, height, top, reveal }
}
