import type { AppInputs } from '@shared/contract'
import { useApi } from '../../api'
import { useClientShell, useNotices, useSaveState } from '../../app'
import { toErrorLike, useText, type MessageKey } from '../../ui'
import { useWriting } from '../calendar'
import { useCareDialogs } from './care-dialogs.store'

type Ids = readonly string[]
type Classified = Pick<AppInputs['inbox']['classify'], 'type' | 'priority' | 'sentiment' | 'sensitive'>

/** The contract takes so many at once. */
const AT_ONCE = 1000

/** What can be done with conversations, one or many: one step to undo each, said in the line at the bottom. */
export function useCareActions() {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const notices = useNotices()
  const save = useSaveState()
  const dialogs = useCareDialogs()
  const { say, attempt } = useWriting()
  const of = (ids: Ids) => ({ clientId: shell.currentId ?? '', conversationIds: ids.slice(0, AT_ONCE) })

  async function run(ids: Ids, said: MessageKey, write: (input: ReturnType<typeof of>) => Promise<{ changed: number }>): Promise<boolean> {
    if (ids.length === 0) return false
    const answer = await attempt(() => write(of(ids)))
    if (answer) say(t(said, { n: answer.changed }))
    return answer !== undefined
  }

  const assign = (ids: Ids, assignee: string) => run(ids, assignee === '' ? 'inbox.done.unassigned' : 'inbox.done.assigned', (input) => api.inbox.assign({ ...input, assignee }))
  const snooze = (ids: Ids, until: string) => run(ids, 'inbox.done.snoozed', (input) => api.inbox.snooze({ ...input, until }))
  const label = (ids: Ids, change: { add?: string[]; remove?: string[] }) => run(ids, 'inbox.done.labeled', (input) => api.inbox.label({ ...input, ...change }))
  const classify = (ids: Ids, change: Classified) => run(ids, 'inbox.done.classified', (input) => api.inbox.classify({ ...input, ...change }))
  const mark = (ids: Ids, read: boolean) => run(ids, read ? 'inbox.done.read' : 'inbox.done.unread', (input) => api.inbox.mark({ ...input, read }))
  const reopen = (ids: Ids) => run(ids, 'inbox.done.reopened', (input) => api.inbox.reopen(input))
  const hide = (ids: Ids, reason: string, assetId?: string) => run(ids, 'inbox.done.hidden', (input) => api.inbox.hide({ ...input, reason, ...(assetId !== undefined && { assetId }) }))

  /** Closes; where criticism without an answer is among them, asks for the reason first. */
  async function close(ids: Ids, reason = '', then?: () => void): Promise<void> {
    if (ids.length === 0) return
    try {
      const { changed } = await save.track(api.inbox.close({ ...of(ids), reason }))
      say(t('inbox.done.closed', { n: changed }))
      then?.()
    } catch (error) {
      const { code, data } = toErrorLike(error)
      if (code !== 'validation.reason-missing') return notices.fail(error)
      dialogs.ask('close', ids, { criticism: Number(data?.count ?? 1), ...(then && { then }) })
    }
  }

  async function keepEvidence(conversationId: string, input: { action: 'deleted' | 'kept'; reason: string; assetId?: string }): Promise<boolean> {
    const kept = await attempt(() => api.inbox.keepEvidence({ clientId: shell.currentId ?? '', conversationId, ...input }))
    if (kept) say(t('inbox.done.evidence'))
    return kept !== undefined
  }

  return { assign, snooze, label, classify, mark, reopen, hide, close, keepEvidence }
}
