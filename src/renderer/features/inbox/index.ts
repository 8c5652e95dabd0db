import { Inbox, MessageSquarePlus } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useCapture } from './capture.store'
import { useInboxCounts } from './inbox-counts.store'

export { default as CaptureDialog } from './CaptureDialog.vue'
export { default as InboxTabBar } from './InboxTabBar.vue'
export { useInboxCounts } from './inbox-counts.store'
export { useMe } from './use-me'
export { useOpenLink } from './use-open-link'

/** The inbox: what people wrote to a client, nearest to its breach first, and what is answered. */
export const inboxFeature = defineFeature({
  id: 'inbox',
  routes: [
    {
      path: '/clients/:clientId/inbox/:conversationId?',
      name: 'inbox',
      component: () => import('./InboxPage.vue'),
      props: (route) => ({ conversationId: typeof route.params.conversationId === 'string' ? route.params.conversationId : '' })
    }
  ],
  nav: [{ id: 'inbox', label: 'inbox.title', icon: Inbox, group: 'community', route: 'inbox', needsClient: true, key: 'b', order: 10, badge: () => useInboxCounts().unanswered }],
  setup({ pinia }) {
    useInboxCounts(pinia).follow()
    const shell = useClientShell(pinia)
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
