import type { MessageKey } from '../../ui'

/** A page of the inbox. */
export interface InboxTab {
  route: string
  label: MessageKey
}

/** In the order of the bar. */
export const inboxTabs: readonly InboxTab[] = [
  { route: 'inbox', label: 'inbox.tab.conversations' },
  { route: 'inbox-replies', label: 'inbox.tab.replies' },
  { route: 'inbox-knowledge', label: 'inbox.tab.knowledge' },
  { route: 'inbox-rules', label: 'inbox.tab.rules' },
  { route: 'inbox-times', label: 'inbox.tab.times' }
]
