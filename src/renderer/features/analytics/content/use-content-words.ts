import { formatFigure, type FigureUnit } from '@shared/charts/figure-format'
import { hoursOf } from '@shared/features/analytics/insights'
import type { Grouping } from '@shared/features/analytics/post-groups'
import { formulaText, type EngagementFormula } from '@shared/features/figures/formulas'
import { hasMessage } from '@shared/i18n'
import { computed, reactive } from 'vue'
import { useLocale } from '../../../app'
import { isNetworkId, useText } from '../../../ui'
import { usePlanningLists } from '../../calendar'
import { useScopeWords } from '../use-scope-words'

export type GroupKind = Grouping | 'hours' | 'period'
interface Range { value: number; low: number | null; high: number | null }

/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

export const unitOf = (metric: string): FigureUnit => (metric === 'engagement_rate' ? { kind: 'ratio' } : metric === 'watch_seconds' ? { kind: 'seconds' } : { kind: 'count' })

/** Words of figures of posts: what they are called, how they are written, what their groups are. */
export function useContentWords() {
  const { t } = useText()
  const locale = useLocale()
  const lists = usePlanningLists()
  const scope = useScopeWords()
  const weekdays = computed(() => {
    const names = (weekday: 'short' | 'long') => Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(locale.value, { weekday, timeZone: 'UTC' }).format(MONDAY + day * DAY))
    return { short: names('short'), long: names('long') }
  })

  const metric = (name: string): string => {
    const own = `content.metric.${name}`
    if (hasMessage(own)) return t(own)
    const key = `metrics.${name}`
    return hasMessage(key) ? t(key) : name
  }
  const figure = (name: string, value: number | null | undefined, compact = false): string =>
    value === null || value === undefined ? '–' : formatFigure(locale.value, value, unitOf(name), { compact })
  const range = (name: string, { low, high }: Range): string =>
    low === null || high === null ? t('content.range.none') : t('content.range', { low: figure(name, low), high: figure(name, high) })
  /** The range alone, where a heading says what it is. */
  const ends = (name: string, { low, high }: Range): string =>
    low === null || high === null ? t('content.range.none') : t('content.ends', { low: figure(name, low), high: figure(name, high) })
  const formula = (name: EngagementFormula, network?: string): string => `${t(`formula.name.${name}`)} = ${formulaText((key) => t(key), name, network)}`
  const network = (id: string): string => (isNetworkId(id) ? t(`ui.network.${id}`) : id)
  const times = (value: number): string => new Intl.NumberFormat(locale.value, { minimumFractionDigits: 1, maximumFractionDigits: value < 1 ? 2 : 1 }).format(value)
  /** Two clock times of a day, `14:00–15:00`, as the locale writes them. */
  const hours = (from: number, until: number): string => {
    const clock = new Intl.DateTimeFormat(locale.value, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
    const [start, end] = [MONDAY + from * 3_600_000, MONDAY + (until % 24) * 3_600_000]
    // A range over midnight would be told with its days, which have no meaning here.
    return end > start ? clock.formatRange(start, end) : `${clock.format(start)}–${clock.format(end)}`
  }
  const hour = (at: number): string => new Intl.DateTimeFormat(locale.value, { hour: 'numeric', timeZone: 'UTC' }).format(MONDAY + at * 3_600_000)

  function groupName(by: GroupKind, key: string): string {
    switch (by) {
      case 'pillar':
        return key === '' ? t('content.group.noPillar') : (lists.pillarById.get(key)?.name ?? t('content.group.removed'))
      case 'campaign':
        return key === '' ? t('content.group.noCampaign') : (lists.campaignById.get(key)?.name ?? t('content.group.removed'))
      case 'channel':
        return key === '' ? t('content.group.noChannel') : (lists.channelById.get(key)?.name ?? t('content.group.removed'))
      case 'format':
        return scope.format(key)
      case 'hashtag':
        return key === '' ? t('content.group.noHashtag') : `#${key}`
      case 'weekday':
        return weekdays.value.long[Number(key) - 1] ?? key
      case 'hours': {
        const [from = '0', until = '0'] = key.split('-')
        return hours(Number(from), Number(until))
      }
      case 'period':
        return scope.period
    }
  }

  return reactive({ metric, figure, range, ends, formula, network, times, hours, hour, hoursOf, groupName, weekdays, format: scope.format, period: computed(() => scope.period) })
}
