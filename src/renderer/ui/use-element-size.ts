import { onScopeDispose, ref, watch, type Ref, type ShallowRef } from 'vue'

/** Inner width and height of an element in pixels, kept current; 0 before it is there. */
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
      if (now) observer.observe(now)
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(() => observer.disconnect())
  return { width, height }
}
