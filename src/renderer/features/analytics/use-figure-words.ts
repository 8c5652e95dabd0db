import { formatFigure, type FigureUnit } from '@shared/charts/figure-format'
import type { Change } from '@shared/features/analytics/known'
import type { ChartText } from '@shared/features/analytics/dashboard-charts'
import type { FigureTotal, Source } from '@shared/features/analytics/analytics.schema'
import { formulaText, type EngagementFormula } from '@shared/features/figures/formulas'
import { hasMessage } from '@shared/i18n'
import { useFormats, useLocale } from '../../app'
import { isNetworkId, useText } from '../../ui'
import { usePlanningLists } from '../calendar'

/** What figures, channels and changes are called on the dashboards. */
export function useFigureWords() {
  const { t } = useText()
  const lists = usePlanningLists()
  const locale = useLocale()
  const formats = useFormats()

  const network = (id: string): string => (isNetworkId(id) ? t(`ui.network.${id}`) : id === 'ga4' ? t('analytics.network.ga4') : id === 'google-ads' ? t('analytics.network.google-ads') : id)
  /** The channel by its name; figures that no channel was named for go by the network. */
  const source = ({ channelId, network: id }: Source): string => lists.channelById.get(channelId)?.name ?? network(id)
  const figure = (name: string): string => {
    const own = `analytics.figure.${name}`
    if (hasMessage(own)) return t(own)
    const known = `metrics.${name}`
    return hasMessage(known) ? t(known) : name
  }
  const unitOf = (name: string): FigureUnit => (name === 'engagement_rate' ? { kind: 'ratio' } : name === 'watch_seconds' ? { kind: 'seconds' } : { kind: 'count' })
  const value = (amount: number | null, unit: FigureUnit, compact = false): string => (amount === null ? t('ui.chart.missing') : formatFigure(locale.value, amount, unit, { compact }))
  const formula = (which: EngagementFormula): string => formulaText((key) => t(key), which)

  /** `12% more than before`: the direction is in the words. */
  function change({ name, change: moved, before }: Pick<FigureTotal, 'name' | 'change' | 'before'>): string {
    if (before === null) return ''
    switch (moved.kind) {
      case 'unknown':
        return t('analytics.change.unknown')
      case 'break':
        return t('analytics.change.break', { network: network(moved.network), day: formats.value.date(moved.on) })
      case 'from-zero':
        return t('analytics.change.fromZero')
      case 'change':
        return changeWords(name, moved)
    }
  }
  function changeWords(name: string, moved: Extract<Change, { kind: 'change' }>): string {
    if (moved.difference === 0) return t('analytics.change.same')
    if (name === 'engagement_rate') {
      const points = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(Math.abs(moved.difference) * 100)
      return t(moved.difference > 0 ? 'analytics.change.pointsMore' : 'analytics.change.pointsLess', { points })
    }
    const share = new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: Math.abs(moved.share) < 0.1 ? 1 : 0 }).format(Math.abs(moved.share))
    const words = t(moved.difference > 0 ? 'analytics.change.more' : 'analytics.change.less', { share })
    return moved.perKnown ? t('analytics.change.perKnown', { change: words }) : words
  }
  const direction = (moved: Change): 'up' | 'down' | 'same' | undefined =>
    moved.kind === 'change' ? (moved.difference > 0 ? 'up' : moved.difference < 0 ? 'down' : 'same') : moved.kind === 'from-zero' ? 'up' : undefined

  const chart = (): ChartText => ({
    locale: locale.value,
    source,
    network,
    figure,
    grain: (grain) => t(`analytics.grain.${grain}`),
    broken: (one) => (one.from === one.to ? t('analytics.break.anew', { network: network(one.network) }) : t('analytics.break.renamed', { network: network(one.network), from: figure(one.from), to: figure(one.to) })),
    meanNote: (grain) => t(grain === 'week' ? 'analytics.mean.week' : 'analytics.mean.month')
  })

  return { network, source, figure, unitOf, value, formula, change, direction, chart, locale, formats }
}
