import type { AppInputs } from '@shared/contract'
import type { FrozenPost } from '@shared/features/incidents/incidents.schema'
import { computed, ref } from 'vue'
import { useApi } from '../../api'
import { useText } from '../../ui'
import { useWriting } from '../calendar'
import { useClientData } from '../records'
import { useAuthor } from './use-author'

type Item = AppInputs['incidents']['decide']['items'][number]
export interface When {
  date: string
  time: string
}

/** The frozen posts of a freeze, one of them in hand, and what is decided of each. */
export function useDecisions(clientId: () => string, freezeId: () => string) {
  const api = useApi()
  const { t } = useText()
  const { say, attempt } = useWriting()
  const author = useAuthor()
  const { data, failure, reload } = useClientData(['incident_freeze', 'frozen_variant', 'variant', 'post'], (client) => api.incidents.frozen({ clientId: client, freezeId: freezeId() }), freezeId)
  const waiting = computed(() => data.value?.waiting ?? [])
  const activeId = ref('')
  const index = computed(() => Math.max(0, waiting.value.findIndex(({ variantId }) => variantId === activeId.value)))
  const active = computed<FrozenPost | undefined>(() => waiting.value[index.value])

  function step(by: 1 | -1): void {
    const next = waiting.value[Math.min(waiting.value.length - 1, Math.max(0, index.value + by))]
    if (next) activeId.value = next.variantId
  }

  async function decide(items: Item[]): Promise<boolean> {
    if (items.length === 0) return false
    // The one after those that go is in hand next.
    const gone = new Set(items.map(({ variantId }) => variantId))
    const next = waiting.value.slice(index.value).find(({ variantId }) => !gone.has(variantId)) ?? waiting.value.find(({ variantId }) => !gone.has(variantId))
    const done = await attempt(() => api.incidents.decide({ clientId: clientId(), freezeId: freezeId(), items, author: author.value }))
    if (!done) return false
    activeId.value = next?.variantId ?? ''
    say(t('crisis.done.decided', { n: done.decided, waiting: done.waiting }))
    await reload()
    return true
  }
  const release = (post: FrozenPost | undefined) => post && decide([{ variantId: post.variantId, decision: 'released', now: post.overdue }])
  const drop = (post: FrozenPost | undefined) => post && decide([{ variantId: post.variantId, decision: 'dropped' }])
  const move = (post: FrozenPost, when: When) => decide([{ variantId: post.variantId, decision: 'moved', planned: { ...when, zone: post.planned?.zone } }])
  /** What is still to come only: what is overdue asks for a word each. */
  const releaseRest = () => decide(waiting.value.filter(({ overdue }) => !overdue).map(({ variantId }) => ({ variantId, decision: 'released' })))
  const dropRest = () => decide(waiting.value.map(({ variantId }) => ({ variantId, decision: 'dropped' })))
  async function end(): Promise<boolean> {
    const ended = await attempt(() => api.incidents.endFreeze({ clientId: clientId(), freezeId: freezeId(), author: author.value }))
    if (ended) say(t('crisis.done.unfrozen'))
    return ended !== undefined
  }

  return { data, failure, waiting, active, activeId, step, release, drop, move, releaseRest, dropRest, end }
}
