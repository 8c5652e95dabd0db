import { checkDays } from './report-days'
import type { Report, ReportChange, ReportLanguage } from './reports.schema'
import { reportLanguages } from './reports.schema'

/** What of a report a person writes. */
export type ReportContent = Pick<Report, 'title' | 'from' | 'to' | 'compare' | 'language' | 'sections' | 'options'>

/** @throws AppError `validation.days` */
export function changeReport<T extends ReportContent>(report: T, { section, options, ...change }: ReportChange): T {
  const changed: T = { ...report, ...change, options: { ...report.options, ...options } }
  checkDays(changed)
  if (!section) return changed
  const { id, ...part } = section
  return { ...changed, sections: changed.sections.map((one) => (one.id === id ? { ...one, ...part, options: part.options ?? one.options } : one)) }
}

/** Which words are being typed: changes of the same that follow each other are one step to undo. */
export function typingKey(reportId: string, { section, options, ...change }: ReportChange): string {
  const fields = [...Object.keys(change), ...Object.keys(options ?? {}).map((name) => `options.${name}`)]
  const inSection = section ? Object.keys(section).filter((name) => name !== 'id').map((name) => `${section.id}.${name}`) : []
  return ['report', reportId, ...fields, ...inSection].sort().join(' ')
}

/** The language of a client's reports: that of its first language that reports can be written in. */
export function languageForReports(languages: readonly string[]): ReportLanguage {
  for (const tag of languages) {
    const [short = ''] = tag.toLowerCase().split('-')
    // Nynorsk and plain Norwegian are read best in Bokmål.
    const name = short === 'no' || short === 'nn' ? 'nb' : short
    const found = reportLanguages.find((one) => one === name)
    if (found) return found
  }
  return 'en'
}
