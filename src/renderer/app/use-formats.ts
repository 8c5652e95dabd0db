import { createFormats, type Formats } from '@shared/i18n'
import { computed, type ComputedRef } from 'vue'
import { useClientShell } from './client-shell.store'

/** Dates and numbers by the open client's first language and zone; by the machine's where no client is open. */
export function useFormats(): ComputedRef<Formats> {
  const clients = useClientShell()
  return computed(() => createFormats(clients.current?.languages[0] ?? navigator.language, clients.current?.zone))
}
