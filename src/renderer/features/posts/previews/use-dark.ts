import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { useTheme } from '../../../app'

/** Whether the app is dark now, by choice or as the system is. */
export function useDark(): ComputedRef<boolean> {
  const theme = useTheme()
  const media = window.matchMedia('(prefers-color-scheme: dark)')
  const system = ref(media.matches)
  const follow = (): void => {
    system.value = media.matches
  }
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return computed(() => (theme.choice === 'system' ? system.value : theme.choice === 'dark'))
}
