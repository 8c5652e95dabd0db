import { formatFigure, type FigureUnit } from '../charts/figure-format'
import { formulaText, type EngagementFormula } from '../features/figures/formulas'
import type { ReportMetric } from '../features/reports/report-sections'
import type { ReportLanguage } from '../features/reports/reports.schema'
import { createReportTranslator, type ReportTranslator } from '../i18n/reports'
import { monthOf } from '../time'

/** Stands for what is not known. */
export const MISSING = '–'

/** Words, dates and numbers of one report. Days are `YYYY-MM-DD` and the same in every zone. */
export interface ReportWords {
  t: ReportTranslator
  language: ReportLanguage
  locale: string
  zone: string
  metric(name: ReportMetric): string
  /** The same in the middle of a sentence. */
  metricInside(name: ReportMetric): string
  /** `12,345`, `4.2%`; a dash for what is not known. */
  figure(value: number | null | undefined, unit: FigureUnit): string
  /** `+12%`, `−4%`. */
  change(share: number): string
  percent(share: number): string
  /** `3 October 2026` */
  day(day: string): string
  /** `3 Oct` */
  shortDay(day: string): string
  /** `October 2026` where it is whole months, else its days. */
  period(from: string, to: string): string
  /** `1–31 October 2026` */
  days(from: string, to: string): string
  /** The day of an instant by the clock of the client. */
  instant(iso: string): string
  formula(formula: EngagementFormula): string
  list(items: readonly string[]): string
}

const locales: Readonly<Record<ReportLanguage, string>> = { en: 'en-GB', nb: 'nb-NO', it: 'it-IT', nl: 'nl-NL' }

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** English of a client in America is American; otherwise British, as the rest of the app has it. */
export const reportLocale = (language: ReportLanguage, zone: string): string => (language === 'en' && /^(?:America|US)\//.test(zone) ? 'en-US' : locales[language])

const minus = (text: string): string => text.replace('-', '\u2212')

export function reportWords(language: ReportLanguage, zone: string): ReportWords {
  const t = createReportTranslator(language)
  const locale = reportLocale(language, zone)
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const [long, short, month] = [dates({ day: 'numeric', month: 'long', year: 'numeric' }), dates({ day: 'numeric', month: 'short' }), dates({ month: 'long', year: 'numeric' })]
  const inZone = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const plain = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  // Some languages write the first of two days with a zero before it.
  const days = (from: string, to: string) => long.formatRange(utc(from), utc(to)).replaceAll(/(?<!\d)0(?=\d\D)/g, '')
  return {
    t, language, locale, zone,
    metric: (name) => t(`report.metric.${name}`),
    metricInside(name) {
      const named = t(`report.metric.${name}`)
      return `${named.slice(0, 1).toLocaleLowerCase(locale)}${named.slice(1)}`
    },
    figure: (value, unit) => (value === null || value === undefined ? MISSING : minus(formatFigure(locale, value, unit))),
    change: (value) => minus(share.format(value)),
    percent: (value) => plain.format(value),
    day: (day) => long.format(utc(day)),
    shortDay: (day) => short.format(utc(day)),
    period(from, to) {
      const whole = from === monthOf(from).first && to === monthOf(to).last
      return whole ? month.formatRange(utc(from), utc(to)) : days(from, to)
    },
    days,
    instant: (iso) => inZone.format(new Date(iso)),
    formula: (formula) => formulaText((key) => t(key.startsWith('formula.part.') ? `report.part.${key.slice(13) as 'likes'}` : `report.under.${key.slice(14) as 'reach'}`), formula),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
  }
}
