import { TextQuote } from '@lucide/vue'
import { defineFeature } from '../../app'

export { default as FilledText } from './FilledText.vue'
export { useTexts } from './use-texts'

/** Texts kept for use again: hashtag sets, snippets, templates, variables and the handle book. */
export const textsFeature = defineFeature({
  id: 'texts',
  routes: [{ path: '/clients/:clientId/texts', name: 'texts', component: () => import('./TextsPage.vue') }],
  nav: [{ id: 'texts', label: 'texts.nav', icon: TextQuote, group: 'library', route: 'texts', needsClient: true, key: 'x', order: 30 }]
})
