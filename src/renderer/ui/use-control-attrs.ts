import { computed, useAttrs, type ComputedRef } from 'vue'

/** What is set on a field goes to its control; only `class` stays on the outer element, where width and place are decided. */
export function useControlAttrs(): ComputedRef<Record<string, unknown>> {
  const attrs = useAttrs()
  return computed(() => {
    const { class: _outer, ...rest } = attrs
    return rest
  })
}
