import type { CareRule } from '@shared/features/care-rules/care-rules.schema'
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import { useApi } from '../../api'
import { useText } from '../../ui'
import { useClientData, useMergedSaves, useWrites } from '../records'

/** What conditions and actions can be chosen from: what the client has, and what occurs. */
export interface RuleChoices {
  channels: readonly { id: string; name: string }[]
  networks: readonly string[]
  labels: readonly string[]
  assignees: readonly string[]
  languages: readonly string[]
}
const nothing: RuleChoices = { channels: [], networks: [], labels: [], assignees: [], languages: [] }

export interface Rules {
  rules: ComputedRef<readonly CareRule[] | undefined>
  choices: ComputedRef<RuleChoices>
  loadFailure: ShallowRef<unknown>
  failure: ShallowRef<unknown>
  readOnly: ComputedRef<boolean>
  create: () => Promise<CareRule | undefined>
  save: (id: string, change: (now: CareRule) => Partial<CareRule>) => void
  order: (ids: string[]) => void
  remove: (rule: CareRule) => void
}

/** Rules of the open client, and what is done with them. */
export function useRules(): Rules {
  const { t } = useText()
  const api = useApi()
  const { failure, readOnly, write } = useWrites()
  const { data, failure: loadFailure } = useClientData(['care_rule'], (clientId) => api.careRules.list({ clientId }))
  const { data: about } = useClientData(['channel', 'conversation_label', 'conversation_care', 'message_import'], async (clientId): Promise<RuleChoices> => {
    const [{ channels }, facets] = await Promise.all([api.channels.list({ clientId }), api.inbox.facets({ clientId })])
    return { ...facets, channels: channels.map(({ id, name }) => ({ id, name })), networks: [...new Set([...channels.map(({ network }) => network as string), ...facets.networks])] }
  })
  const rules = computed(() => data.value?.rules)
  const save = useMergedSaves<CareRule>(
    (id) => rules.value?.find((rule) => rule.id === id),
    ({ id: ruleId, name, conditions, actions, enabled }) => write((clientId) => api.careRules.update({ clientId, ruleId, name, conditions, actions, enabled }))
  )

  function freeName(): string {
    const taken = new Set((rules.value ?? []).map(({ name }) => name.toLowerCase()))
    for (let n = (rules.value?.length ?? 0) + 1; ; n += 1) {
      const name = t('careRules.new.name', { n })
      if (!taken.has(name.toLowerCase())) return name
    }
  }
  return {
    rules, choices: computed(() => about.value ?? nothing), loadFailure, failure, readOnly, save,
    create: () => write((clientId) => api.careRules.create({ clientId, name: freeName() })),
    order: (ids) => void write((clientId) => api.careRules.reorder({ clientId, ids })),
    remove: ({ id: ruleId, name }) => {
      if (!readOnly.value) void write((clientId) => api.careRules.remove({ clientId, ruleId }), t('careRules.removed', { name }))
    }
  }
}
