import { wallTimeOf } from '@shared/time'
import { computed } from 'vue'
import { useClientShell, useFormats, useLocale } from '../../app'

/** Times as a list says them: the clock time today, the day before that; by the clock of the client. */
export function useWhen() {
  const shell = useClientShell()
  const formats = useFormats()
  const locale = useLocale()
  const zone = computed(() => shell.current?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const day = computed(() => new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: zone.value }))

  /** @param iso instant; `now` likewise */
  function short(iso: string, now: string): string {
    const [then, today] = [wallTimeOf(iso, zone.value).date, wallTimeOf(now || iso, zone.value).date]
    if (then === today) return formats.value.time(iso)
    return then.slice(0, 4) === today.slice(0, 4) ? day.value.format(new Date(iso)) : formats.value.date(iso)
  }

  return { short, zone }
}

