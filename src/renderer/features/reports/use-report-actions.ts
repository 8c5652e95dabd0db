import type { Report, ReportSummary } from '@shared/features/reports/reports.schema'
import type { ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText } from '../../ui'
import { useWrites } from '../records'
import { followingPeriod } from './month-choices'
import { useReportWords } from './use-report-words'

/** What can be done to reports, in the same words everywhere. */
export function useReportActions(): {
  failure: ShallowRef<unknown>
  open: (reportId: string) => void
  toList: () => void
  create: (asked: { templateId: string; month: string; language: Report['language'] }) => Promise<Report | undefined>
  duplicate: (report: Pick<ReportSummary, 'id' | 'title' | 'from' | 'to'>, next: boolean) => Promise<void>
  trash: (reports: readonly Pick<ReportSummary, 'id'>[]) => Promise<boolean>
  restore: (reports: readonly Pick<ReportSummary, 'id'>[]) => Promise<boolean>
} {
  const { t } = useText()
  const api = useApi()
  const router = useRouter()
  const shell = useClientShell()
  const words = useReportWords()
  const { failure, write } = useWrites()
  const here = (): string => shell.currentId ?? ''

  const open = (reportId: string): void => void router.push({ name: 'report', params: { clientId: here(), reportId } })
  const toList = (): void => void router.push({ name: 'reports', params: { clientId: here() } })

  async function create(asked: { templateId: string; month: string; language: Report['language'] }): Promise<Report | undefined> {
    const made = await write((clientId) => api.reports.create({ clientId, ...asked }))
    if (made) open(made.id)
    return made
  }

  async function duplicate(report: Pick<ReportSummary, 'id' | 'title' | 'from' | 'to'>, next: boolean): Promise<void> {
    const period = next ? followingPeriod(report) : {}
    const made = await write((clientId) => api.reports.duplicate({ clientId, reportId: report.id, ...period }), t('reports.duplicated', { days: words.days(next ? followingPeriod(report) : report) }))
    if (made) open(made.id)
  }

  async function move(reports: readonly Pick<ReportSummary, 'id'>[], away: boolean): Promise<boolean> {
    const ids = reports.map(({ id }) => id)
    if (ids.length === 0) return false
    const done = await write((clientId) => (away ? api.reports.trash({ clientId, ids }) : api.reports.restore({ clientId, ids })), t(away ? 'reports.trashed' : 'reports.restored', { n: ids.length }))
    return done !== undefined
  }

  return { failure, open, toList, create, duplicate, trash: (reports) => move(reports, true), restore: (reports) => move(reports, false) }
}
