import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** Follows a value that changes with every key press, a moment after it has come to rest. The first value comes at once. */
export function useSettled<T>(value: Readonly<Ref<T>>, pause: number): Readonly<ShallowRef<T>> {
  const settled = shallowRef(value.value) as ShallowRef<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(value, (now, before) => {
    clearTimeout(timer)
    if (before === undefined) settled.value = now
    else
      timer = setTimeout(() => {
        settled.value = now
      }, pause)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
