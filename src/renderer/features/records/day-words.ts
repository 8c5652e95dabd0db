import { createFormats } from '@shared/i18n'
import { computed, type ComputedRef } from 'vue'
import { useLocale } from '../../app'

/** Days (`2026-12-01`) and spans of days as the client's language writes them. They belong to no zone and are never moved. */
export function useDayWords(): ComputedRef<{ day: (date: string) => string; span: (from: string | null, to: string | null) => string; month: (date: string) => string }> {
  const written = useLocale()
  return computed(() => {
    const locale = written.value
    const { date: day } = createFormats(locale, 'UTC')
    const range = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
    return {
      day,
      month: (date) => months.format(new Date(date)),
      span: (from, to) => {
        if (from && to) return range.formatRange(new Date(from), new Date(to))
        if (from) return `${day(from)} –`
        return to ? `– ${day(to)}` : ''
      }
    }
  })
}
