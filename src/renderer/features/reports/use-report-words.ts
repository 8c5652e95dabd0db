import type { ReportMetric, ReportSection } from '@shared/features/reports/report-sections'
import type { ReportGap, ReportSummary, ReportTemplate } from '@shared/features/reports/reports.schema'
import { hasMessage } from '@shared/i18n'
import { computed } from 'vue'
import { useClientShell, useLocale } from '../../app'
import { useText } from '../../ui'
import { useDayWords } from '../records'
import { isOneMonth } from './month-choices'

/** What reports, their sections, templates and gaps are called on screens. */
export function useReportWords() {
  const { t } = useText()
  const shell = useClientShell()
  const locale = useLocale()
  const words = useDayWords()
  const months = computed(() => new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }))

  /** `October 2026` for `2026-10`. */
  const month = (name: string): string => months.value.format(new Date(`${name}-01T00:00:00Z`))
  /** The month where it is one, else both days. */
  const days = (period: { from: string; to: string }): string => (isOneMonth(period) ? month(period.from.slice(0, 7)) : words.value.span(period.from, period.to))
  /** A report without a title of its own goes by the client and the days, as on its cover. */
  const title = (report: Pick<ReportSummary, 'title' | 'from' | 'to'>): string =>
    report.title.trim() || t('reports.untitled', { client: shell.current?.name ?? '', days: days(report) })
  const section = ({ title: own, kind }: Pick<ReportSection, 'title' | 'kind'>): string => own.trim() || t(`reports.section.${kind}`)
  function template({ id, name, builtIn }: Pick<ReportTemplate, 'id' | 'name' | 'builtIn'>): string {
    const key = `reports.template.${id}`
    return builtIn && hasMessage(key) ? t(key) : name
  }
  function gap({ kind, data }: ReportGap): string {
    const { from, to, title: own, kind: ofSection } = data
    const name = `reports.section.${String(ofSection)}`
    return t(`reports.gap.${kind}`, {
      ...data,
      ...(typeof from === 'string' && { from: words.value.day(from) }),
      ...(typeof to === 'string' && { to: words.value.day(to) }),
      ...(kind === 'empty-section' && { title: String(own ?? '').trim() || (hasMessage(name) ? t(name) : '') })
    })
  }
  /** A figure in the words of the app; the report says it in its own language. */
  function metric(name: ReportMetric): string {
    if (name === 'seen') return t('reports.metric.seen')
    const own = `analytics.figure.${name}`
    const known = `metrics.${name}`
    if (hasMessage(own)) return t(own)
    return hasMessage(known) ? t(known) : name
  }
  return { month, days, title, section, template, gap, metric }
}

export type ReportWords = ReturnType<typeof useReportWords>
