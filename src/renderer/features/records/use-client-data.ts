import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { subscribeEvents } from '../../api'
import { useClientShell } from '../../app'

/**
 * Data of the open client for as long as a screen is shown: read at once, and again when one of its tables changes, when
 * `also` changes and after the connection was lost. Data of another client is never shown.
 */
export function useClientData<T>(
  tables: readonly string[] | RegExp,
  read: (clientId: string) => Promise<T>,
  also: () => unknown = () => undefined,
  /** Instead of the open client: one of a list of clients. */
  of: () => string | undefined = () => undefined
): { data: ShallowRef<T | undefined>; failure: ShallowRef<unknown>; reload: () => Promise<void> } {
  const shell = useClientShell()
  const current = (): string | undefined => of() ?? shell.currentId
  const data = shallowRef<T>()
  const failure = shallowRef<unknown>()
  const isOurs = (table: string): boolean => (tables instanceof RegExp ? tables.test(table) : tables.includes(table))
  let newest = 0

  async function reload(): Promise<void> {
    const clientId = current()
    if (clientId === undefined) return
    newest += 1
    const asked = newest
    try {
      const answer = await read(clientId)
      if (asked !== newest) return
      data.value = answer
      failure.value = undefined
    } catch (error) {
      if (asked === newest) failure.value = error
    }
  }

  watch(
    [current, also],
    ([client], [before]) => {
      if (client !== before) data.value = undefined
      void reload()
    },
    { immediate: true }
  )
  onScopeDispose(
    subscribeEvents((event) => {
      const ours = event.type === 'workspace.changed' && event.clientId === current() && event.tables.some(isOurs)
      if (ours || event.type === 'ready') void reload()
    })
  )
  return { data, failure, reload }
}
