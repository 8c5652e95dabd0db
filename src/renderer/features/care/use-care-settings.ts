import type { CareHours } from '@shared/features/care/care-hours'
import type { Targets } from '@shared/features/care/care-clock'
import { computed } from 'vue'
import { useApi } from '../../api'
import { useText } from '../../ui'
import { useClientData, useWrites } from '../records'

/** Hours and targets of the open client, and what is written of them: each change is saved at once and can be undone. */
export function useCareSettings() {
  const api = useApi()
  const { t } = useText()
  const { data, failure, reload } = useClientData(['workspace_setting', 'care_target', 'channel'], (clientId) => api.care.settings({ clientId }))
  const { failure: notSaved, readOnly, write } = useWrites()
  const hasHours = computed(() => data.value?.hours.week !== null)
  const said = (): string => t('care.settings.saved')

  const saveHours = (change: Partial<CareHours>): void => {
    const known = data.value?.hours
    if (known) void write((clientId) => api.care.saveHours({ clientId, hours: { ...known, ...change } }), said())
  }
  const setTargets = (channelId: string | null, targets: Targets): void => void write((clientId) => api.care.setTargets({ clientId, channelId, ...targets }), said())
  const removeTargets = (channelId: string | null): void => void write((clientId) => api.care.removeTargets({ clientId, channelId }), said())
  const setCountries = (countries: string[]): void => void write((clientId) => api.calendar.setCountries({ clientId, countries }), said())

  return { data, failure, reload, notSaved, readOnly, hasHours, saveHours, setTargets, removeTargets, setCountries }
}
