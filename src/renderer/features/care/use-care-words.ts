import { DAY_MINUTES } from '@shared/features/care/care-clock'
import { conversationTypes } from '@shared/features/inbox/inbox.schema'
import { computed } from 'vue'
import { useClientShell, useFormats, useLocale } from '../../app'
import { isNetworkId, useText } from '../../ui'

/** How times, targets, channels, types and people of the response clock are called. */
export function useCareWords() {
  const { t } = useText()
  const formats = useFormats()
  const locale = useLocale()
  const shell = useClientShell()
  const zone = computed(() => shell.current?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)

  /** @param ms open time, or time on the wall */
  const time = (ms: number | null): string => (ms === null ? t('care.noTime') : formats.value.duration(ms / 1000))
  const network = (id: string): string => (isNetworkId(id) ? t(`ui.network.${id}`) : id)
  const channel = ({ name, network: id }: { name: string; network: string }): string => name || network(id)
  const type = (key: string | null): string => {
    const known = conversationTypes.find((one) => one === key)
    return known ? t(`inbox.type.${known}`) : t('care.type.none')
  }
  const person = (name: string): string => name || t('care.person.none')
  function target(minutes: number, hasHours: boolean): string {
    if (minutes % DAY_MINUTES === 0) return t(hasHours ? 'care.target.days' : 'care.target.daysClock', { n: minutes / DAY_MINUTES })
    return minutes % 60 === 0 ? t('care.target.hours', { n: minutes / 60 }) : t('care.target.minutes', { n: minutes })
  }
  /** `Friday, Nov 20, 4:40 PM` in a zone. */
  const moment = (iso: string, inZone = zone.value): string =>
    new Intl.DateTimeFormat(locale.value, { weekday: 'long', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: inZone }).format(new Date(iso))
  const weekdays = computed(() => Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(locale.value, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day))))
  const country = (code: string): string => new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code

  return { time, network, channel, type, person, target, moment, weekdays, country, zone, locale, formats }
}
