import { stepSentence } from '@shared/features/history/step-sentence'
import { useApi } from '../../api'
import { defineFeature, useClientShell, useHistory, useSaveState } from '../../app'
import { toErrorLike, useText } from '../../ui'
import { useClients } from '../clients'

/** Undo and redo of every command, over the list of clients and the open workspace alike. */
export const historyFeature = defineFeature({
  id: 'history',
  setup({ router, pinia }) {
    const api = useApi()
    const { t } = useText()
    const shell = useClientShell(pinia)
    const { track } = useSaveState(pinia)
    const clients = useClients(pinia)
    const scope = (): string | null =>
      (router.currentRoute.value.name === 'clients' ? clients.lastChangedId : undefined) ?? shell.currentId ?? null

    async function replay(direction: 'undo' | 'redo'): Promise<string | undefined> {
      try {
        const step = await track(api.history[direction]({ clientId: scope() }))
        return t(direction === 'undo' ? 'history.undone' : 'history.redone', { what: stepSentence(t, step) })
      } catch (error) {
        const { code } = toErrorLike(error)
        if (code === 'conflict.nothing-to-undo' || code === 'conflict.nothing-to-redo') return undefined
        throw error
      }
    }

    useHistory(pinia).provide({ undo: () => replay('undo'), redo: () => replay('redo') })
  }
})
