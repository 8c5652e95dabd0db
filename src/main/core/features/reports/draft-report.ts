import { languageForReports } from '../../../../shared/features/reports/change-report'
import { reportDays, type AskedDays } from '../../../../shared/features/reports/report-days'
import type { Report, ReportLanguage, ReportTemplate } from '../../../../shared/features/reports/reports.schema'
import { todayIn } from '../../../../shared/time'
import type { CoreServices } from '../../context'
import type { ClientProfile } from '../../workspaces/workspaces.types'

/** A new report of a template. @throws AppError `validation.days` */
export function draftReport(
  core: Pick<CoreServices, 'now' | 'newId'>,
  { zone, languages }: Pick<ClientProfile, 'zone' | 'languages'>,
  { sections, options }: Pick<ReportTemplate, 'sections' | 'options'>,
  asked: AskedDays & { title?: string | undefined; language?: ReportLanguage | undefined }
): Report {
  const now = core.now()
  return {
    id: core.newId(), title: asked.title ?? '', ...reportDays(asked, todayIn(zone, now)), language: asked.language ?? languageForReports(languages),
    compare: { kind: 'previous' }, sections, options, frozenAt: null, trashedAt: null, createdAt: now, updatedAt: now
  }
}
