import { Plus, Users } from '@lucide/vue'
import { subscribeEvents } from '../../api'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useClients } from './clients.store'

export { default as ClientForm } from './ClientForm.vue'
export { useClients } from './clients.store'

/** Clients: the list behind the switcher, the form, and the page of all of them. */
export const clientsFeature = defineFeature({
  id: 'clients',
  routes: [
    { path: '/', redirect: { name: 'clients' } },
    { path: '/clients', name: 'clients', component: () => import('./ClientsPage.vue') }
  ],
  nav: [{ id: 'clients', label: 'app.nav.clients', icon: Users, group: 'bottom', route: 'clients', key: 'c', order: 30 }],
  async setup({ router, pinia }) {
    const store = useClients(pinia)
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
      { id: 'client.new', titleKey: 'clients.new', icon: Plus, group: 'app.palette.group.client', run: create }
    ])
    subscribeEvents((event) => {
      if (event.type === 'clients.changed') void store.load()
    })
    await store.load()
  }
})
