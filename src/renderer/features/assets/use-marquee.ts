import { computed, shallowRef, type ShallowRef } from 'vue'

export interface MarqueeArea {
  left: number
  top: number
  right: number
  bottom: number
}

interface Hooks {
  start(): void
  /** The area in pixels of the content, and whether Ctrl or Cmd adds to what was chosen. */
  select(area: MarqueeArea, add: boolean): void
  /** A press on the ground without a drag. */
  press(): void
}

const SLACK = 4
const EDGE = 32

/** A rectangle drawn with the pointer on the ground of a scrolling element. `content` is what the coordinates belong to. */
export function useMarquee(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  content: Readonly<ShallowRef<HTMLElement | null>>,
  hooks: Hooks
) {
  const from = shallowRef<{ x: number; y: number } | null>(null)
  const to = shallowRef<{ x: number; y: number } | null>(null)

  const area = computed<MarqueeArea | null>(() => {
    const [one, other] = [from.value, to.value]
    if (!one || !other) return null
    return { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), right: Math.max(one.x, other.x), bottom: Math.max(one.y, other.y) }
  })
  const style = computed(() =>
    area.value
      ? {
          left: `${area.value.left}px`,
          top: `${area.value.top}px`,
          width: `${area.value.right - area.value.left}px`,
          height: `${area.value.bottom - area.value.top}px`
        }
      : null
  )

  function pointOf(event: PointerEvent): { x: number; y: number } {
    const box = content.value?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }

  function onPointerdown(event: PointerEvent): void {
    const ground = event.target instanceof Element && event.target.closest('[role="option"]') === null
    const onScrollbar = scroller.value !== null && event.offsetX > scroller.value.clientWidth && event.target === scroller.value
    if (event.button !== 0 || !ground || onScrollbar) return
    scroller.value?.setPointerCapture(event.pointerId)
    from.value = pointOf(event)
    hooks.start()
  }

  function onPointermove(event: PointerEvent): void {
    const start = from.value
    if (!start) return
    const at = pointOf(event)
    if (!to.value && Math.hypot(at.x - start.x, at.y - start.y) < SLACK) return
    to.value = at
    followEdge(event)
    if (area.value) hooks.select(area.value, event.ctrlKey || event.metaKey)
  }

  /** Near the upper or lower edge the content comes along. */
  function followEdge(event: PointerEvent): void {
    const box = scroller.value?.getBoundingClientRect()
    if (!box || !scroller.value) return
    if (event.clientY < box.top + EDGE) scroller.value.scrollTop -= EDGE / 2
    else if (event.clientY > box.bottom - EDGE) scroller.value.scrollTop += EDGE / 2
  }

  function onPointerup(event: PointerEvent): void {
    if (!from.value) return
    if (!to.value && !(event.ctrlKey || event.metaKey || event.shiftKey)) hooks.press()
    from.value = null
    to.value = null
  }

  return { style, onPointerdown, onPointermove, onPointerup }
}
