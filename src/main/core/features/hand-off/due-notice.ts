import type { Waiting } from '../../../../shared/features/hand-off/due-rules'
import { createTranslator, type MessageKey } from '../../../../shared/i18n'
import type { CoreServices } from '../../context'
import { logFailure } from '../../log-failure'
import { findDueFacts } from './due.queries'

/** One line of text as the system shows it: no line breaks, not endless. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 120)

async function noticeOf(core: CoreServices, kind: 'due' | 'overdue', items: readonly Waiting[]) {
  const t = createTranslator('en')
  const [only] = items
  if (items.length > 1 || !only) {
    return { title: t(`handOff.notice.${kind}`, { n: items.length }), body: t('handOff.notice.seeToday'), clientId: null, variantId: null }
  }
  const workspace = await core.workspaces.open(only.clientId)
  const facts = await findDueFacts(workspace.reader, only.variantId)
  const { name } = await workspace.profile()
  const network = facts ? t(`ui.network.${facts.network}` as MessageKey) : ''
  const title = t(`handOff.notice.one.${kind}`, { client: oneLine(name), network })
  return { title, body: oneLine([facts?.time, facts?.title].filter(Boolean).join(' · ')), clientId: only.clientId, variantId: only.variantId }
}

/** Tells the system, where the host can. One notice however many are due; a failure costs the notice alone. */
export async function notifyOf(core: CoreServices, kind: 'due' | 'overdue', items: readonly Waiting[]): Promise<void> {
  const notify = core.options.host?.notify
  if (!notify) return
  try {
    await notify(await noticeOf(core, kind, items))
  } catch (error) {
    logFailure(core.logger, 'notice-failed', error)
  }
}
