import { compile, createCoreContext, registerMessageCompiler, resolveWithKeyValue, translate, type CoreOptions } from '@intlify/core-base'
import type { ReportLanguage } from '../features/reports/reports.schema'
import { incidentLogEn, type IncidentLogKey } from './en/incident-log'
import { incidentLogIt } from './it/incident-log'
import { incidentLogNb } from './nb/incident-log'
import { incidentLogNl } from './nl/incident-log'
import type { MessageValues } from './index'

registerMessageCompiler(compile)

/** What the printed log of an incident says, whole in each language of reports. */
export const incidentLogMessages: Readonly<Record<ReportLanguage, Readonly<Record<IncidentLogKey, string>>>> = { en: incidentLogEn, nb: incidentLogNb, it: incidentLogIt, nl: incidentLogNl }

export type { IncidentLogKey } from './en/incident-log'
export type IncidentLogTranslator = (key: IncidentLogKey, values?: MessageValues) => string

type Catalogs = Record<never, never>

/** A translator for one log. `values.n` also picks the plural form. */
export function createIncidentLogTranslator(language: ReportLanguage): IncidentLogTranslator {
  const context = createCoreContext<string, CoreOptions, Catalogs, Catalogs, Catalogs, string>({
    locale: language, messages: incidentLogMessages, messageResolver: resolveWithKeyValue, missingWarn: false, fallbackWarn: false
  })
  return (key, values = {}) => {
    const count = values.n
    const sentence = translate(context, key, values, typeof count === 'number' ? { plural: count } : {})
    return typeof sentence === 'string' ? sentence : key
  }
}
