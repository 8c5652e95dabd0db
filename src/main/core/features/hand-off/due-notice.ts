import type { Waiting } from '../../../../shared/features/hand-off/due-rules'
import { createTranslator, type MessageKey } from '../../../../shared/i18n'
import type { CoreServices } from '../../context'
import { notifySystem, oneLine } from '../../notify-system'
import { findDueFacts } from './due.queries'

async function noticeOf(core: CoreServices, kind: 'due' | 'overdue', items: readonly Waiting[]) {
  const t = createTranslator('en')
  const [only] = items
  if (items.length > 1 || !only) {
    return { title: t(`handOff.notice.${kind}`, { n: items.length }), body: t('handOff.notice.seeToday'), target: { screen: 'today' as const } }
  }
  const workspace = await core.workspaces.open(only.clientId)
  const facts = await findDueFacts(workspace.reader, only.variantId)
  const { name } = await workspace.profile()
  const network = facts ? t(`ui.network.${facts.network}` as MessageKey) : ''
  const title = t(`handOff.notice.one.${kind}`, { client: oneLine(name), network })
  return { title, body: oneLine([facts?.time, facts?.title].filter(Boolean).join(' · ')), target: { clientId: only.clientId, variantId: only.variantId } }
}

/** One notice however many are due. */
export const notifyOf = (core: CoreServices, kind: 'due' | 'overdue', items: readonly Waiting[]): Promise<void> => notifySystem(core, () => noticeOf(core, kind, items))
