import type { MessageKey } from '../../ui'

/** The pages of people, in the order of their bar. */
export const peopleTabs: readonly { route: string; label: MessageKey }[] = [
  { route: 'people', label: 'people.tab.all' },
  { route: 'people-fans', label: 'people.tab.fans' },
  { route: 'people-outreach', label: 'people.tab.outreach' },
  { route: 'people-same', label: 'people.tab.same' },
  { route: 'people-privacy', label: 'people.tab.privacy' }
]
