import { createTranslator, type MessageKey } from '../../../../../shared/i18n'
import type { CoreServices } from '../../../context'
import { notifySystem, oneLine } from '../../../notify-system'
import { rowsOf } from '../list-conversations.service'
import { openResponseClocks } from '../response-clocks.service'

export type DueKind = 'near' | 'late'

/** A conversation of one of the clients whose answer is due. */
export interface PlacedAnswer {
  clientId: string
  conversationId: string
  owner: string
}

/** The one who should see to all of them; empty where nobody is named, or more than one. */
export function ownerOf(answers: readonly PlacedAnswer[]): string {
  const [owner = '', ...others] = new Set(answers.map((one) => one.owner))
  return others.length > 0 ? '' : owner
}

async function noticeOf(core: CoreServices, kind: DueKind, answers: readonly PlacedAnswer[]) {
  const t = createTranslator('en')
  const owner = ownerOf(answers)
  const forOwner = owner === '' ? '' : t('inbox.notice.owner', { owner })
  const [only] = answers
  if (answers.length > 1 || !only) {
    return { title: t(`inbox.notice.${kind}`, { n: answers.length }), body: oneLine(forOwner || t('inbox.notice.seeInbox')), target: { screen: 'inbox' as const } }
  }
  const { clientId, conversationId } = only
  const workspace = await core.workspaces.open(clientId)
  const { name, zone } = await workspace.profile()
  const [row] = await rowsOf(workspace.reader, [conversationId], { clientId, clocks: await openResponseClocks(workspace.reader, zone), now: core.now() })
  const network = row ? t(`ui.network.${row.network}` as MessageKey) : ''
  const title = t(`inbox.notice.one.${kind}`, { client: oneLine(name), network })
  return { title, body: [row?.person.name ?? '', forOwner].map(oneLine).filter(Boolean).join(' · '), target: { clientId, conversationId } }
}

/** One notice however many are due. */
export const notifyOfAnswers = (core: CoreServices, kind: DueKind, answers: readonly PlacedAnswer[]): Promise<void> => notifySystem(core, () => noticeOf(core, kind, answers))
