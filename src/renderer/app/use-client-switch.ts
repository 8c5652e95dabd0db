import { useRouter } from 'vue-router'
import { useClientShell } from './client-shell.store'
import { navTarget, useNavigation } from './navigation'
import { usePreferences } from './preferences.store'
import { lastRouteKey } from './router'

/** Goes to a client: to the screen it was left on, else to the first one there is. */
export function useClientSwitch(): { goToClient: (id: string) => Promise<void> } {
  const router = useRouter()
  const clients = useClientShell()
  const navigation = useNavigation()
  const preferences = usePreferences()

  async function goToClient(id: string): Promise<void> {
    const last = preferences.get(lastRouteKey(id), '')
    if (last !== '' && router.resolve(last).name !== 'not-found') {
      await router.push(last)
      return
    }
    const first = navigation.groups.flatMap((entry) => entry.items).find((item) => item.needsClient)
    const target = first && navTarget(first, id)
    if (target) await router.push(target)
    else await clients.open(id)
  }

  return { goToClient }
}
