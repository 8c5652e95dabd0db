import { BookOpenCheck, MessageSquareQuote } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'

/** What answers are written from: saved replies and the knowledge base, as pages of the inbox. */
export const replyLibraryFeature = defineFeature({
  id: 'reply-library',
  routes: [
    { path: '/clients/:clientId/inbox/replies', name: 'inbox-replies', component: () => import('./SavedRepliesPage.vue'), meta: { nav: 'inbox' } },
    { path: '/clients/:clientId/inbox/knowledge', name: 'inbox-knowledge', component: () => import('./KnowledgePage.vue'), meta: { nav: 'inbox' } }
  ],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const when = (): boolean => shell.currentId !== undefined
    const go = (name: string) => () => router.push({ name, params: { clientId: shell.currentId ?? '' } })
    useCommands(pinia).register([
      { id: 'replies.go', titleKey: 'replies.command.go', icon: MessageSquareQuote, group: 'app.palette.group.go', when, run: go('inbox-replies') },
      { id: 'knowledge.go', titleKey: 'knowledge.command.go', icon: BookOpenCheck, group: 'app.palette.group.go', when, run: go('inbox-knowledge') }
    ])
  }
})
