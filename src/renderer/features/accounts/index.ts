import { AtSign, Plus } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useNewChannel } from './new-channel.store'

/** The channels of a client: accounts with playbook, voices, posting slots and limits. */
export const accountsFeature = defineFeature({
  id: 'accounts',
  routes: [{ path: '/clients/:clientId/channels/:channelId?', name: 'channels', component: () => import('./AccountsPage.vue'), meta: { nav: 'channels' } }],
  nav: [{ id: 'channels', label: 'accounts.nav', icon: AtSign, group: 'plan', route: 'channels', needsClient: true, key: 'h', order: 60 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const asked = useNewChannel(pinia)
    useCommands(pinia).register([
      {
        id: 'channels.new',
        titleKey: 'accounts.new',
        icon: Plus,
        group: 'accounts.commands.group',
        when: () => shell.current !== undefined && shell.current.archivedAt === null,
        run: async () => {
          await router.push({ name: 'channels', params: { clientId: shell.currentId } })
          asked.open = true
        }
      }
    ])
  }
})
