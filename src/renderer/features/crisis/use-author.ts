import { computed } from 'vue'
import { usePreferences } from '../../app'

/** The name of who sits here, as it stands at what is noted. Known once it was typed anywhere. */
export function useAuthor() {
  const preferences = usePreferences()
  return computed({ get: () => preferences.get('handOff.by', ''), set: (name: string) => preferences.set('handOff.by', name.trim()) })
}
