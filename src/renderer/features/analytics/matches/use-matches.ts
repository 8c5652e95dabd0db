import type { matchLists } from '@shared/features/figures/matches.contract'
import { computed, ref, watch } from 'vue'
import { useApi } from '../../../api'
import { useText } from '../../../ui'
import { useClientData, useWrites } from '../../records'

export type MatchListName = (typeof matchLists)[number]
const PAGE = 200

/** Posts to be matched, and what a person can say about them. Each answer is one step to undo. */
export function useMatches() {
  const { t } = useText()
  const api = useApi()
  const { failure, readOnly, write } = useWrites()
  const list = ref<MatchListName>('doubtful')
  const limit = ref(PAGE)
  watch(list, () => (limit.value = PAGE))
  const { data, failure: loadFailure, reload } = useClientData(
    ['figure_import', 'figure_match', 'post', 'variant'],
    (clientId) => api.matches.list({ clientId, list: list.value, limit: limit.value }),
    () => [list.value, limit.value]
  )
  /** Confirmed posts whose post of the plan lacks what the file knows. */
  const { data: offers } = useClientData(['figure_match', 'variant'], async (clientId) =>
    (await api.matches.list({ clientId, list: 'matched', limit: 1000 })).rows.filter(({ offersFacts }) => offersFacts).map(({ subjectId }) => subjectId)
  )
  const offered = computed(() => offers.value ?? [])

  const confirm = (subjectId: number, variantId: string) =>
    write((clientId) => api.matches.confirm({ clientId, pairs: [{ subjectId, variantId }] }), t('matches.done.confirmed', { n: 1 }))
  async function confirmClear(): Promise<void> {
    const n = data.value?.counts.clear ?? 0
    await write((clientId) => api.matches.confirmClear({ clientId }), t('matches.done.confirmed', { n }))
  }
  const reject = (subjectId: number, variantId?: string) =>
    write((clientId) => api.matches.reject({ clientId, subjectId, ...(variantId !== undefined && { variantId }) }), t(variantId === undefined ? 'matches.done.setAside' : 'matches.done.rejected'))
  const reopen = (subjectId: number) => write((clientId) => api.matches.reopen({ clientId, subjectIds: [subjectId] }), t('matches.done.reopened'))
  const takeOver = (subjectIds: readonly number[]) =>
    write((clientId) => api.matches.takeOver({ clientId, subjectIds: [...subjectIds] }), t('matches.done.takenOver', { n: subjectIds.length }))
  const addToPlan = (subjectIds: readonly number[]) =>
    write((clientId) => api.matches.addToPlan({ clientId, subjectIds: [...subjectIds] }), t('matches.done.added', { n: subjectIds.length }))
  const more = (): void => void (limit.value = Math.min(1000, limit.value + PAGE))

  return { list, data, loadFailure, failure, readOnly, offered, reload, confirm, confirmClear, reject, reopen, takeOver, addToPlan, more }
}
