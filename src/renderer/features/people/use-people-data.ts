import { watch } from 'vue'
import { useClientData } from '../records'
import { PEOPLE_TABLES } from './people-list.store'

/** Data of people of the open client. When `also` changes they are of somebody else, who is never shown for the one asked for. */
export function usePeopleData<T>(read: (clientId: string) => Promise<T>, also: () => unknown = () => undefined): ReturnType<typeof useClientData<T>> {
  const found = useClientData(PEOPLE_TABLES, read, also)
  watch(also, () => (found.data.value = undefined), { flush: 'sync' })
  return found
}
