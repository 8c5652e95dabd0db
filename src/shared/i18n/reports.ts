import { compile, createCoreContext, registerMessageCompiler, resolveWithKeyValue, translate, type CoreOptions } from '@intlify/core-base'
import type { ReportLanguage } from '../features/reports/reports.schema'
import { reportEn, type ReportKey } from './en/report'
import { reportMetricsEn, type ReportMetricKey } from './en/report-metrics'
import { reportIt } from './it/report'
import { reportMetricsIt } from './it/report-metrics'
import { reportNb } from './nb/report'
import { reportMetricsNb } from './nb/report-metrics'
import { reportNl } from './nl/report'
import { reportMetricsNl } from './nl/report-metrics'
import type { MessageValues } from './index'

registerMessageCompiler(compile)

/** What a report says, whole in each of its languages. They are apart from the languages of the app. */
export const reportMessages: Readonly<Record<ReportLanguage, Readonly<Record<ReportKey | ReportMetricKey, string>>>> = {
  en: { ...reportEn, ...reportMetricsEn },
  nb: { ...reportNb, ...reportMetricsNb },
  it: { ...reportIt, ...reportMetricsIt },
  nl: { ...reportNl, ...reportMetricsNl }
}

export type { ReportKey } from './en/report'
export type { ReportMetricKey } from './en/report-metrics'
export type ReportTranslator = (key: ReportKey | ReportMetricKey, values?: MessageValues) => string

type Catalogs = Record<never, never>

/** A translator for one report. `values.n` also picks the plural form. */
export function createReportTranslator(language: ReportLanguage): ReportTranslator {
  const context = createCoreContext<string, CoreOptions, Catalogs, Catalogs, Catalogs, string>({
    locale: language, messages: reportMessages, messageResolver: resolveWithKeyValue, missingWarn: false, fallbackWarn: false
  })
  return (key, values = {}) => {
    const count = values.n
    const sentence = translate(context, key, values, typeof count === 'number' ? { plural: count } : {})
    return typeof sentence === 'string' ? sentence : key
  }
}
