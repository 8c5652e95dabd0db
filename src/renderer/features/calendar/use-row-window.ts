import { computed, onScopeDispose, ref, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useElementSize } from '../../ui'

export interface WindowedRow<R> {
  row: R
  top: number
  height: number
}

const MARGIN = 400

/** Of many rows of known heights, those in and near sight. */
export function useRowWindow<R>(scroller: Readonly<ShallowRef<HTMLElement | null>>, rows: ComputedRef<readonly R[]>, heightOf: (row: R) => number) {
  const { height } = useElementSize(scroller)
  const top = ref(0)
  let watched: HTMLElement | null = null
  let frame = 0
  const read = (): void => {
    frame = 0
    top.value = watched?.scrollTop ?? 0
  }
  const onScroll = (): void => {
    if (frame === 0) frame = requestAnimationFrame(read)
  }
  const leave = (): void => {
    cancelAnimationFrame(frame)
    watched?.removeEventListener('scroll', onScroll)
  }
  watch(
    scroller,
    (now) => {
      leave()
      watched = now
      now?.addEventListener('scroll', onScroll, { passive: true })
      read()
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(leave)

  const placed = computed<WindowedRow<R>[]>(() => {
    let at = 0
    return rows.value.map((row) => {
      const one = { row, top: at, height: heightOf(row) }
      at += one.height
      return one
    })
  })
  const total = computed(() => placed.value.reduce((sum, one) => sum + one.height, 0))
  const inSight = computed(() => placed.value.filter((one) => one.top + one.height > top.value - MARGIN && one.top < top.value + (height.value || 800) + MARGIN))

  /** Scrolls just as far as a row needs to be seen. */
  function reveal(found: (row: R) => boolean): void {
    const one = placed.value.find(({ row }) => found(row))
    if (!one || !watched) return
    if (one.top < watched.scrollTop) watched.scrollTop = one.top
    else if (one.top + one.height > watched.scrollTop + watched.clientHeight) watched.scrollTop = one.top + one.height - watched.clientHeight
    read()
  }

  return { inSight, total, reveal }
}
