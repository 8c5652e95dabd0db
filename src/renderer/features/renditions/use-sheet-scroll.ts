import { onScopeDispose, ref, watch, type ShallowRef } from 'vue'
import { useElementSize } from '../../ui'

/** Scroll position and height of the sheet, at most once a frame, and a way to bring a row into view. */
export function useSheetScroll(element: Readonly<ShallowRef<HTMLElement | null>>) {
  const { height } = useElementSize(element)
  const top = ref(0)
  let frame = 0
  const read = (): void => {
    frame = 0
    top.value = element.value?.scrollTop ?? 0
  }
  const onScroll = (): void => {
    if (frame === 0) frame = requestAnimationFrame(read)
  }
  watch(
    element,
    (now, then) => {
      then?.removeEventListener('scroll', onScroll)
      now?.addEventListener('scroll', onScroll, { passive: true })
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(() => cancelAnimationFrame(frame))

  function reveal(from: number, to: number): void {
    const box = element.value
    if (!box) return
    if (from < box.scrollTop) box.scrollTop = Math.max(0, from - 44)
    else if (to > box.scrollTop + box.clientHeight) box.scrollTop = to - box.clientHeight + 24
  }
  return { top, height, reveal }
}
