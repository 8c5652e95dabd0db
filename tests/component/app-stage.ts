import { defineComponent, h, reactive, ref } from 'vue'
import { AppShell, defineFeature, PageFrame, useClientShell, useNavigation, usePreferences, type FeatureDoor, type ShellClient } from '../../src/renderer/app'
import { freshPinia, stage, type Stage } from './ui-support'

export const client = (id: string, name: string, more: Partial<ShellClient> = {}): ShellClient => ({
  id,
  name,
  color: '#1d5c44',
  logoUrl: null,
  zone: 'Europe/Oslo',
  languages: ['en-US'],
  pinned: false,
  archivedAt: null,
  ...more
})

/** A screen of its own, with a search field, a filter field and an inspector. */
export const screen = (title: string) =>
  defineComponent({
    setup() {
      const open = ref(true)
      return () =>
        h(
          PageFrame,
          { title, inspector: open.value, 'onUpdate:inspector': (next: boolean) => (open.value = next) },
          { default: () => h('input', { 'data-search-field': '', 'aria-label': 'search' }), inspector: () => h('p', `Details of ${title}`) }
        )
    }
  })

const icon = () => h('svg')

export const demoFeature: FeatureDoor = defineFeature({
  id: 'demo',
  routes: [
    { path: '/', name: 'clients', component: screen('All clients') },
    { path: '/clients/:clientId/assets', name: 'assets', component: screen('Assets') },
    { path: '/clients/:clientId/exports', name: 'exports', component: screen('Exports') },
    { path: '/networks', name: 'networks', component: screen('Networks') }
  ],
  nav: [
    { id: 'assets', label: 'app.nav.assets', icon, group: 'library', route: 'assets', needsClient: true, key: 'a' },
    { id: 'exports', label: 'app.nav.exports', icon, group: 'library', route: 'exports', needsClient: true, key: 'e' },
    { id: 'networks', label: 'app.nav.networks', icon, group: 'bottom', route: 'networks', key: 'n' }
  ]
})

export interface AppStage extends Stage {
  calls: string[]
}

/** The whole frame with two clients and three screens. `locked` cannot be opened. */
export async function stageApp(path = '/', saved: Record<string, unknown> = {}): Promise<AppStage> {
  const pinia = freshPinia()
  const calls: string[] = []
  await usePreferences(pinia).load({ all: async () => saved, put: async () => undefined })
  useNavigation(pinia).register(...(demoFeature.nav ?? []))
  useClientShell(pinia).provide(
    reactive({
      clients: [client('b', 'Nordlys Coffee'), client('a', 'Museum of Photography', { pinned: true }), client('locked', 'Trattoria')],
      loaded: true,
      async open(id: string) {
        calls.push(`open ${id}`)
        if (id === 'locked') throw Object.assign(new Error(), { code: 'conflict.workspace-locked', data: { client: 'Trattoria', path: '/x' } })
      },
      create: () => calls.push('create'),
      showAll: () => calls.push('all')
    })
  )
  return { ...(await stage(AppShell, { pinia, doors: [demoFeature], path })), calls }
}
