import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { afterPaint } from './after-paint'

/** False from when another page of tiles is turned to until it has been painted: hundreds of pictures are begun after that. */
export function useLaterPictures(page: () => unknown): Readonly<Ref<boolean>> {
  const pictured = ref(true)
  let stop = (): void => undefined
  watch(
    page,
    () => {
      stop()
      pictured.value = false
      stop = afterPaint(() => (pictured.value = true))
    },
    { flush: 'sync' }
  )
  onScopeDispose(() => stop())
  return pictured
}
