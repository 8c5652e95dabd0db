import { createFormats, localeOf, type Formats } from '@shared/i18n'
import { computed, type ComputedRef } from 'vue'
import { useClientShell } from './client-shell.store'

/** How dates and numbers are written: by the open client's first language; by the machine's where no client is open. */
export function useLocale(): ComputedRef<string> {
  const clients = useClientShell()
  return computed(() => localeOf(clients.current, navigator.language))
}

/** Dates and numbers by the open client's first language and zone; by the machine's where no client is open. */
export function useFormats(): ComputedRef<Formats> {
  const clients = useClientShell()
  const locale = useLocale()
  return computed(() => createFormats(locale.value, clients.current?.zone))
}
