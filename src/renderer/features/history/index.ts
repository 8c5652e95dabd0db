import { stepSentence } from '@shared/features/history/step-sentence'
import { watch } from 'vue'
import { useApi } from '../../api'
import { defineFeature, useClientShell, useHistory, useSaveState } from '../../app'
import { toErrorLike, useText } from '../../ui'
import { useClients } from '../clients'

/** A write that takes longer does not hold up the key. */
const PATIENCE_MS = 3000

/** Undo and redo of every command, over the list of clients and the open workspace alike. */
export const historyFeature = defineFeature({
  id: 'history',
  setup({ router, pinia }) {
    const api = useApi()
    const { t } = useText()
    const shell = useClientShell(pinia)
    const saving = useSaveState(pinia)
    const clients = useClients(pinia)
    const scope = (): string | null =>
      (router.currentRoute.value.name === 'clients' ? clients.lastChangedId : undefined) ?? shell.currentId ?? null

    /** What is on the screen already may still be on its way to the disk, and is what a person means to take back. */
    const settled = (): Promise<void> =>
      new Promise((resolve) => {
        if (saving.state !== 'saving') return resolve()
        const end = (): void => {
          stop()
          clearTimeout(timer)
          resolve()
        }
        const stop = watch(() => saving.state, (state) => { if (state !== 'saving') end() })
        const timer = setTimeout(end, PATIENCE_MS)
      })

    async function replay(direction: 'undo' | 'redo'): Promise<string | undefined> {
      await settled()
      try {
        const step = await saving.track(api.history[direction]({ clientId: scope() }))
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
