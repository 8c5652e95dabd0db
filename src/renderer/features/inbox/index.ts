import { Inbox } from '@lucide/vue'
import { defineFeature } from '../../app'
import { useInboxCounts } from './inbox-counts.store'

export { default as InboxTabBar } from './InboxTabBar.vue'
export { useInboxCounts } from './inbox-counts.store'
export { useMe } from './use-me'

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
  }
})
