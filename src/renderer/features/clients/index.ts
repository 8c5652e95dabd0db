import { Images, Plus, Users } from '@lucide/vue'
import { subscribeEvents } from '../../api'
import { defineFeature, useClientShell, useCommands, useNotices } from '../../app'
import { useText } from '../../ui'
import { useClients } from './clients.store'

export { default as ClientForm } from './ClientForm.vue'
export { default as FirstClient } from './FirstClient.vue'
export { useClients } from './clients.store'
export { languageName, offeredLanguages } from './languages.rules'
export { default as ZonePicker } from './ZonePicker.vue'

/** Clients: the list behind the switcher, the form, and the page of all of them. */
export const clientsFeature = defineFeature({
  id: 'clients',
  routes: [
    { path: '/', redirect: { name: 'clients' } },
    { path: '/clients', name: 'clients', component: () => import('./ClientsPage.vue') }
  ],
  nav: [{ id: 'clients', label: 'app.nav.clients', icon: Users, group: 'bottom', route: 'clients', key: 'l', order: 30 }],
  async setup({ router, pinia }) {
    const store = useClients(pinia)
    const notices = useNotices(pinia)
    const { t } = useText()
    async function tryDemo(): Promise<void> {
      notices.announce(t('clients.empty.making'))
      const client = await store.addDemo()
      await router.push(client ? { name: 'assets', params: { clientId: client.id } } : { name: 'clients' })
    }
    const create = () => (store.form = { clientId: undefined })
    useClientShell(pinia).provide({
      get clients() {
        return store.clients
      },
      get loaded() {
        return store.loaded
      },
      open: store.open,
      create,
      showAll: () => router.push({ name: 'clients' })
    })
    useCommands(pinia).register([
      { id: 'client.new', titleKey: 'clients.new', icon: Plus, group: 'app.palette.group.client', run: create },
      { id: 'clients.demo', titleKey: 'clients.demo', icon: Images, group: 'app.palette.group.client', when: () => !store.makingDemo, run: tryDemo }
    ])
    subscribeEvents((event) => {
      if (event.type === 'clients.changed') void store.load()
    })
    await store.load()
  }
})
