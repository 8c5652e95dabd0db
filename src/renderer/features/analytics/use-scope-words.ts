import type { Period } from '@shared/features/analytics/periods'
import { computed, reactive } from 'vue'
import { useLocale } from '../../app'
import { useText } from '../../ui'
import { useAnalyticsScope } from './analytics-scope.store'

/** Posts come in the formats that the networks know; an unknown one is shown as its file writes it. */
const knownFormats = ['reel', 'story', 'carousel', 'image', 'video', 'text', 'document', 'short', 'link', 'live', 'poll', 'feed', 'article'] as const

/** What the scope is called: its days, what it is held against, formats. */
export function useScopeWords() {
  const { t } = useText()
  const locale = useLocale()
  const scope = useAnalyticsScope()

  const days = ({ from, to }: Period): string =>
    new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(new Date(from), new Date(to))
  const period = computed(() => {
    const { preset } = scope.state
    return preset === null ? days(scope.period) : t('analytics.period.named', { name: t(`analytics.preset.${preset}`), days: days(scope.period) })
  })
  const compared = computed(() => (scope.compared ? t('analytics.compare.with', { days: days(scope.compared) }) : t('analytics.compare.none')))
  const format = (name: string): string => {
    const known = knownFormats.find((one) => one === name)
    return known ? t(`analytics.format.${known}`) : name || t('analytics.format.unknown')
  }

  return reactive({ days, period, compared, format })
}
