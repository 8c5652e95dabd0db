import { todayIn, zoneDifference } from '@shared/time'
import { computed, onScopeDispose, ref } from 'vue'
import { useClientShell } from '../../app'

const MINUTE = 60_000

/** The present, once a minute, as the open client's clock shows it. */
export function useCalendarClock() {
  const shell = useClientShell()
  const now = ref(new Date().toISOString())
  const timer = setInterval(() => (now.value = new Date().toISOString()), MINUTE / 2)
  onScopeDispose(() => clearInterval(timer))

  const zone = computed(() => shell.current?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const today = computed(() => todayIn(zone.value, now.value))
  /** Minutes that the client's clock is ahead of the machine's; 0 where they show the same. */
  const ahead = computed(() => zoneDifference(zone.value, Intl.DateTimeFormat().resolvedOptions().timeZone, now.value))

  return { now, zone, today, ahead }
}
