import type { AnalyticsFilters, AnalyticsScope, CompareTo } from '@shared/features/analytics/analytics-scope'
import { comparedPeriod, type Period, type PeriodPreset } from '@shared/features/analytics/periods'
import { todayIn } from '@shared/time'
import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref } from 'vue'
import { useClientShell, useRemembered } from '../../app'
import { daysOf, openFilters, openScope, toggled, toQuery, type ScopeState } from './scope-query.rules'

const MINUTE = 60_000

/** Which days and which of the posts every tab of the analytics is about; one for all tabs, kept per client. */
export const useAnalyticsScope = defineStore('analytics-scope', () => {
  const shell = useClientShell()
  const remembered = useRemembered<ScopeState>('analytics.scope', openScope)
  const now = ref(new Date().toISOString())
  const timer = setInterval(() => (now.value = new Date().toISOString()), MINUTE)
  onScopeDispose(() => clearInterval(timer))

  const zone = computed(() => shell.current?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const today = computed(() => todayIn(zone.value, now.value))
  const state = computed<ScopeState>(() => ({ ...openScope, ...remembered.value, filters: { ...openFilters, ...remembered.value.filters } }))
  const period = computed<Period>(() => daysOf(state.value, today.value))
  const compared = computed<Period | undefined>(() => comparedPeriod(period.value, state.value.compare))
  /** What the operations of the contract ask for. */
  const scope = computed<AnalyticsScope>(() => ({
    clientId: shell.currentId ?? '',
    ...period.value,
    compare: state.value.compare,
    filters: state.value.filters
  }))
  /** Changes when what is asked for changes. */
  const key = computed(() => JSON.stringify(scope.value))
  const query = computed(() => toQuery(state.value))
  const isFiltered = computed(() => Object.values(state.value.filters).some((list) => list.length > 0))
  /** Pillars, campaigns, formats and hashtags are of posts: figures of a channel by day have none. */
  const isOfPosts = computed(() => {
    const { pillarIds, campaignIds, formats, hashtags } = state.value.filters
    return pillarIds.length + campaignIds.length + formats.length + hashtags.length > 0
  })

  const set = (change: Partial<ScopeState>): void => {
    remembered.value = { ...state.value, ...change }
  }
  const choosePreset = (preset: PeriodPreset): void => set({ preset, from: '', to: '' })
  /** @param from, to days, the first not after the last */
  const chooseDays = ({ from, to }: Period): void => set({ preset: null, from, to })
  const compareWith = (compare: CompareTo): void => set({ compare })
  const toggle = (list: keyof AnalyticsFilters, value: string): void => set({ filters: toggled(state.value.filters, list, value) })
  const clear = (list?: keyof AnalyticsFilters): void => set({ filters: list ? { ...state.value.filters, [list]: [] } : openFilters })

  return { state, scope, key, query, period, compared, zone, today, isFiltered, isOfPosts, set, choosePreset, chooseDays, compareWith, toggle, clear }
})
