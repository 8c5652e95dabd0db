import { computed, type WritableComputedRef } from 'vue'
import { usePreferences } from '../../app'

/** The name of who sits here, as it stands on notes, replies and assigned conversations. Known once it was typed anywhere. */
export function useMe(): WritableComputedRef<string> {
  const preferences = usePreferences()
  return computed({
    get: () => preferences.get('handOff.by', ''),
    set: (name) => preferences.set('handOff.by', name.trim())
  })
}
