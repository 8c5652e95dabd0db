import type { AppOutputs } from '@shared/contract'
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import { useApi } from '../../api'
import { useRemembered } from '../../app'
import { useClientData } from '../records'

export type KeptTexts = AppOutputs['texts']['list']

/** All that is kept for use again, of the open client. */
export function useTexts(): { texts: ShallowRef<KeptTexts | undefined>; failure: ShallowRef<unknown> } {
  const api = useApi()
  const tables = ['handle_person', 'handle_entry', 'hashtag_set', 'snippet', 'client_variable', 'post_template']
  const { data, failure } = useClientData(tables, (clientId) => api.texts.list({ clientId }))
  return { texts: data, failure }
}

interface Named {
  id: string
  name: string
}

/** Which entry of a list is shown, remembered for each client; the first one where none was chosen. */
export function useChosen<Entry extends Named>(name: string, entries: () => readonly Entry[]): { chosenId: ComputedRef<string | undefined>; chosen: ComputedRef<Entry | undefined>; choose: (id: string | undefined) => void } {
  const remembered = useRemembered(`texts.${name}`, '')
  const chosen = computed(() => entries().find(({ id }) => id === remembered.value) ?? entries()[0])
  return {
    chosen,
    chosenId: computed(() => chosen.value?.id),
    choose: (id) => {
      if (id !== undefined) remembered.value = id
    }
  }
}

/** The first "Set 2", "Set 3" that is free. */
export function freeName(entries: readonly Named[], nameOf: (n: number) => string): string {
  const taken = new Set(entries.map(({ name }) => name.toLowerCase()))
  for (let n = entries.length + 1; ; n += 1) if (!taken.has(nameOf(n).toLowerCase())) return nameOf(n)
}
