import { createPinia } from 'pinia'
import { createApp, type App, type Component } from 'vue'
import { useClientShell } from './client-shell.store'
import type { FeatureDoor } from './features'
import { createPageI18n } from './i18n'
import { useNavigation } from './navigation'
import { usePreferences, type PreferenceSource } from './preferences.store'
import { createAppRouter, lastPath } from './router'
import { useTheme } from './theme.store'

export interface StartOptions {
  root: Component
  doors: readonly FeatureDoor[]
  preferences: PreferenceSource
  /** Path of the screen to begin with when none is remembered. */
  home: () => Promise<string>
  /** Further plugins, such as the api; installed before any feature's setup. */
  install?: (app: App) => void
}

/** Puts the app together and shows it: memory first, then features, then the screen of last time. */
export async function startApp({ root, doors, preferences, home, install }: StartOptions): Promise<App> {
  const app = createApp(root)
  const pinia = createPinia()
  app.use(pinia).use(createPageI18n())
  install?.(app)
  const memory = usePreferences(pinia)
  await memory.load(preferences)
  useTheme(pinia).follow()
  const router = createAppRouter(doors)
  useNavigation(pinia).register(...doors.flatMap((door) => [...(door.nav ?? [])]))
  for (const door of doors) await app.runWithContext(() => door.setup?.({ router, pinia }))
  if (isBareAddress()) await router.replace(lastPath(router) ?? (await home()))
  app.use(router)
  await router.isReady()
  await useClientShell(pinia).openLast()
  window.addEventListener('pagehide', () => void memory.flush())
  app.mount('#app')
  return app
}

const isBareAddress = (): boolean => ['', '#', '#/'].includes(location.hash)
