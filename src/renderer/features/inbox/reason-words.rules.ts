import type { ConversationThread } from '@shared/features/inbox/inbox.schema'
import type { Translator } from '@shared/i18n'

type Reason = ConversationThread['reasons'][number]

/** What speaks for a suggestion, in words: “refund” (angry word). Words are slices of a stranger's text, shown as text. */
export function reasonLines(reasons: readonly Reason[], about: Reason['about'], t: Translator): string[] {
  const lines = reasons.filter((reason) => reason.about === about).map(({ code, words }) => (words === '' ? t(`inbox.why.${code}`) : t('inbox.why.words', { why: t(`inbox.why.${code}`), words })))
  return [...new Set(lines)].slice(0, 4)
}
