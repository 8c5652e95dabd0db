import type { EraseScope } from '@shared/features/people/people.schema'
import type { Translator } from '@shared/i18n'

/** What goes and what stays, as lines to read; what there is none of is left out. */
export function eraseLines({ goes, stays }: EraseScope, t: Translator): { goes: string[]; stays: string[] } {
  const line = (count: number, say: (n: number) => string): string[] => (count === 0 ? [] : [say(count)])
  return {
    goes: [
      ...line(goes.card, () => t('people.erase.card')), ...line(goes.handles, (n) => t('people.erase.handles', { n })), ...line(goes.messages, (n) => t('people.erase.messages', { n })), ...line(goes.answers, (n) => t('people.erase.answers', { n })),
      ...line(goes.drafts, (n) => t('people.erase.drafts', { n })), ...line(goes.notes, (n) => t('people.erase.notes', { n })), ...line(goes.evidence, (n) => t('people.erase.evidence', { n })), ...line(goes.outreach, (n) => t('people.erase.outreach', { n })),
      ...line(goes.handleBook, (n) => t('people.erase.handleBook', { n })), ...line(goes.pictures.length, (n) => t('people.erase.pictures', { n, names: goes.pictures.slice(0, 5).join(', ') })),
      ...line(goes.steps, (n) => t('people.erase.steps', { n }))
    ],
    stays: [
      ...line(stays.conversations, (n) => t('people.erase.conversations', { n })), ...line(stays.answers, (n) => t('people.erase.answered', { n })),
      ...stays.mentions.map(({ where, count }) => t(`people.erase.mention.${where}`, { n: count })), ...line(stays.backups, (n) => t('people.erase.backups', { n })), t('people.erase.copies'), t('people.erase.blocked')
    ]
  }
}
