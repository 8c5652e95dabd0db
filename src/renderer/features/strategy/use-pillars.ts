import type { AppInputs, AppOutputs } from '@shared/contract'
import { todayIn } from '@shared/time'
import { computed } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { useText } from '../../ui'
import { useClientData, useWrites } from '../records'
import { daysOfPeriod, type Period, plannedShares, targetShares } from './pillar-mix.rules'

export type CountedPillar = AppOutputs['pillars']['list']['pillars'][number]
export type PillarChange = Omit<AppInputs['pillars']['update'], 'clientId' | 'pillarId'>

/** The pillars of the open client with what is planned in a period, and what can be done to them. */
export function usePillars() {
  const { t } = useText()
  const api = useApi()
  const shell = useClientShell()
  const { failure, readOnly, write } = useWrites()
  const period = useRemembered<Period>('strategy.period', 'month')
  const days = computed(() => daysOfPeriod(period.value, todayIn(shell.current?.zone ?? 'UTC', new Date().toISOString())))
  const { data, failure: loadFailure } = useClientData(['pillar', 'post'], (clientId) => api.pillars.list({ clientId, ...days.value }), () => period.value)

  const pillars = computed(() => data.value?.pillars ?? [])
  const planned = computed(() => plannedShares(pillars.value, data.value?.withoutPillar ?? 0))
  const target = computed(() => targetShares(pillars.value))
  const targetSum = computed(() => target.value.reduce((sum, { share }) => sum + share, 0))

  function freeName(): string {
    const taken = new Set(pillars.value.map(({ name }) => name.toLowerCase()))
    for (let n = pillars.value.length + 1; ; n += 1) {
      const name = t('strategy.new.name', { n })
      if (!taken.has(name.toLowerCase())) return name
    }
  }
  function move(pillarId: string, by: -1 | 1): void {
    const ids = pillars.value.map(({ id }) => id)
    const at = ids.indexOf(pillarId)
    if (at + by < 0 || at + by >= ids.length) return
    ids.splice(at + by, 0, ...ids.splice(at, 1))
    void write((clientId) => api.pillars.reorder({ clientId, ids }))
  }

  return {
    data, loadFailure, failure, readOnly, period, days, pillars, planned, target, targetSum, move,
    create: () => write((clientId) => api.pillars.create({ clientId, name: freeName() })),
    update: (pillarId: string, change: PillarChange) => write((clientId) => api.pillars.update({ clientId, pillarId, ...change })),
    remove: ({ id: pillarId, name }: CountedPillar) => write((clientId) => api.pillars.remove({ clientId, pillarId }), t('strategy.removed', { name }))
  }
}
