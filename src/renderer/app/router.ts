import { createRouter, createWebHashHistory, type RouteLocationNormalized, type Router, type RouterHistory } from 'vue-router'
import { useClientShell } from './client-shell.store'
import type { FeatureDoor } from './features'
import NotFoundPage from './NotFoundPage.vue'
import { usePreferences } from './preferences.store'

/** Keys of the last screen: of each client, and of the whole app. */
export const lastRouteKey = (clientId: string | undefined): string => `route.${clientId ?? 'app'}`

export const clientOf = (route: RouteLocationNormalized): string | undefined =>
  typeof route.params.clientId === 'string' ? route.params.clientId : undefined

/**
 * The address decides which client is open: a route with `:clientId` opens that client before it is shown.
 * A route without it keeps the client that is open.
 */
export function createAppRouter(doors: readonly FeatureDoor[], history: RouterHistory = createWebHashHistory()): Router {
  const router = createRouter({
    history,
    routes: [
      ...doors.flatMap((door) => [...(door.routes ?? [])]),
      { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage }
    ]
  })

  router.beforeEach(async (to) => {
    const clients = useClientShell()
    const wanted = clientOf(to)
    clients.forgetError()
    if (wanted !== undefined) await clients.open(wanted)
    return true
  })

  router.afterEach((to, _from, failure) => {
    if (failure || to.name === 'not-found') return
    const preferences = usePreferences()
    const clientId = clientOf(to)
    preferences.set(lastRouteKey(undefined), to.fullPath)
    if (clientId !== undefined) preferences.set(lastRouteKey(clientId), to.fullPath)
  })

  return router
}

/** The screen of last time, if it still exists. */
export function lastPath(router: Router): string | undefined {
  const last = usePreferences().get(lastRouteKey(undefined), '')
  return last !== '' && router.resolve(last).name !== 'not-found' ? last : undefined
}
