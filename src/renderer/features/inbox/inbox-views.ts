import type { InboxView } from '@shared/features/inbox/inbox.schema'
import type { MessageKey } from '../../ui'

export interface ViewChoice {
  view: InboxView
  label: MessageKey
  key: string
  /** Shown only while something is in it. */
  rare?: boolean
}

/** The views in their order, each with its key. */
export const viewChoices: readonly ViewChoice[] = [
  { view: 'unanswered', label: 'inbox.view.unanswered', key: '1' },
  { view: 'mine', label: 'inbox.view.mine', key: '2' },
  { view: 'waiting-approval', label: 'inbox.view.waiting-approval', key: '3', rare: true },
  { view: 'snoozed', label: 'inbox.view.snoozed', key: '4' },
  { view: 'closed', label: 'inbox.view.closed', key: '5' },
  { view: 'hidden', label: 'inbox.view.hidden', key: '6' },
  { view: 'all', label: 'inbox.view.all', key: '7' }
]
