import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { subscribeEvents } from '../../api'
import { useClientShell } from '../../app'
import { PEOPLE_TABLES } from './people-list.store'

/** Data of people of the open client: read at once, when `also` changes, and when something that it follows from does. */
export function usePeopleData<T>(read: (clientId: string) => Promise<T>, also: () => unknown = () => undefined): { data: ShallowRef<T | undefined>; failure: ShallowRef<unknown>; reload: () => Promise<void> } {
  const shell = useClientShell()
  const data = shallowRef<T>()
  const failure = shallowRef<unknown>()
  let newest = 0

  async function reload(): Promise<void> {
    const clientId = shell.currentId
    newest += 1
    const asked = newest
    if (clientId === undefined) return
    try {
      const answer = await read(clientId)
      if (asked !== newest) return
      data.value = answer
      failure.value = undefined
    } catch (error) {
      if (asked === newest) failure.value = error
    }
  }

  watch([() => shell.currentId, also], () => {
    data.value = undefined
    void reload()
  }, { immediate: true })
  onScopeDispose(
    subscribeEvents((event) => {
      const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => PEOPLE_TABLES.test(table))
      if (ours || event.type === 'ready') void reload()
    })
  )
  return { data, failure, reload }
}
