import { onScopeDispose, ref, watch, type Ref, type ShallowRef } from 'vue'

/** What a ResizeObserver tells of an element as its content, a frame later: without borders, scroll bars and padding. */
function contentOf(element: HTMLElement): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const pixels = (value: string): number => Number.parseFloat(value) || 0
  return {
    width: Math.max(0, width - (element.offsetWidth - element.clientWidth) - pixels(style.paddingLeft) - pixels(style.paddingRight)),
    height: Math.max(0, height - (element.offsetHeight - element.clientHeight) - pixels(style.paddingTop) - pixels(style.paddingBottom))
  }
}

/** Inner width and height of an element in pixels, kept current; 0 before it is there, and known in the frame it comes in. */
export function useElementSize(element: Readonly<ShallowRef<HTMLElement | null>>): { width: Ref<number>; height: Ref<number> } {
  const width = ref(0)
  const height = ref(0)
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    width.value = entry.contentRect.width
    height.value = entry.contentRect.height
  })
  watch(
    element,
    (now) => {
      observer.disconnect()
      if (!now) return
      // What is laid out by its size is then drawn at once, not in a second frame.
      const content = contentOf(now)
      width.value = content.width
      height.value = content.height
      observer.observe(now)
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(() => observer.disconnect())
  return { width, height }
}
