import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText, type MessageKey } from '../../ui'
import { useWriting } from '../calendar'

/** Saying which post a conversation began under: each a step to undo. */
export function useStartingPost() {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const { say, attempt } = useWriting()

  async function run(conversationId: string, said: MessageKey, write: (of: { clientId: string; conversationId: string }) => Promise<unknown>): Promise<boolean> {
    const done = await attempt(() => write({ clientId: shell.currentId ?? '', conversationId }))
    if (done !== undefined) say(t(said))
    return done !== undefined
  }

  return {
    choose: (id: string, variantId: string) => run(id, 'inbox.done.postChosen', (of) => api.inbox.choosePost({ ...of, variantId })),
    takeAway: (id: string) => run(id, 'inbox.done.postTaken', (of) => api.inbox.choosePost({ ...of, variantId: null })),
    followLink: (id: string) => run(id, 'inbox.done.postByLink', (of) => api.inbox.forgetPost(of))
  }
}
