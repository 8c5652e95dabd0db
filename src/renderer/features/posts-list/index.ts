import { NotebookText } from '@lucide/vue'
import { defineFeature } from '../../app'

/** Posts: all of a client's posts as a list, with their trash. */
export const postsListFeature = defineFeature({
  id: 'posts-list',
  routes: [{ path: '/clients/:clientId/posts', name: 'posts', component: () => import('./PostsPage.vue') }],
  nav: [{ id: 'posts', label: 'postsList.title', icon: NotebookText, group: 'plan', route: 'posts', needsClient: true, key: 'p', order: 20 }]
})
