import { Inbox, Mails, MessageSquarePlus } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useCapture } from './capture.store'
import { useInboxCounts } from './inbox-counts.store'
import { createConversationSearch } from './palette-search'
import { useWaitingClients } from './waiting-clients.store'

export { default as CaptureDialog } from './CaptureDialog.vue'
export { default as InboxTabBar } from './InboxTabBar.vue'
export { useInboxCounts } from './inbox-counts.store'
export { useMe } from './use-me'
export { default as WaitingClients } from './WaitingClients.vue'
export { useWaitingClients } from './waiting-clients.store'
export { useOpenLink } from '../../app'

/** The inbox: what people wrote to a client, nearest to its breach first, and what is answered. */
export const inboxFeature = defineFeature({
  id: 'inbox',
  routes: [
    {
      path: '/clients/:clientId/inbox/:conversationId?',
      name: 'inbox',
      component: () => import('./InboxPage.vue'),
      props: (route) => ({ conversationId: typeof route.params.conversationId === 'string' ? route.params.conversationId : '' })
    },
    { path: '/clients/:clientId/inbox/import', name: 'inbox-import', component: () => import('./ImportMessagesPage.vue'), meta: { nav: 'inbox' } },
    { path: '/inbox', name: 'inbox-clients', component: () => import('./AllInboxPage.vue') }
  ],
  nav: [
    { id: 'inbox', label: 'inbox.title', icon: Inbox, group: 'community', route: 'inbox', needsClient: true, key: 'b', order: 10, badge: () => useInboxCounts().unanswered },
    { id: 'inbox-clients', label: 'inbox.all.title', icon: Mails, group: 'community', route: 'inbox-clients', key: 'u', order: 90 }
  ],
  setup({ router, pinia }) {
    useInboxCounts(pinia).follow()
    useWaitingClients(pinia).follow()
    const shell = useClientShell(pinia)
    useCommands(pinia).addSearch(createConversationSearch(router, () => shell.currentId))
    useCommands(pinia).register([
      {
        id: 'inbox.capture',
        titleKey: 'inbox.capture.command',
        icon: MessageSquarePlus,
        group: 'inbox.commands',
        shortcut: 'shift+m',
        aliases: ['alt+m'],
        when: () => shell.currentId !== undefined && shell.current?.archivedAt === null,
        run: () => useCapture(pinia).begin()
      }
    ])
  }
})
