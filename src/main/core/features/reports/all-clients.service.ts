import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { Period } from '../../../../shared/features/analytics/periods'
import { reportDays, type AskedDays } from '../../../../shared/features/reports/report-days'
import type { ReportLanguage } from '../../../../shared/features/reports/reports.schema'
import { todayIn } from '../../../../shared/time'
import type { CoreServices } from '../../context'
import { logFailure } from '../../log-failure'
import { listCatalogClients } from '../../workspaces/catalog'
import { checkDestination } from '../renditions'
import { draftReport } from './draft-report'
import { findGaps } from './gaps.service'
import { getTemplate } from './report-templates.repository'
import { findReportOfDays, getReport, insertReport } from './reports.repository'

type Gaps = AppOutputs['reports']['gapsOfAll']['clients'][number]
type Run = AppOutputs['reports']['makeAll']['runs'][number]
type MakeAll = AppInputs['reports']['makeAll']

interface ClientName {
  id: string
  name: string
}

/** Clients of the list that are not archived; those that were named, where any were. */
async function clientsOf(core: CoreServices, ids: readonly string[]): Promise<ClientName[]> {
  const all = (await listCatalogClients(core.catalog.reader)).filter(({ removedAt, archivedAt }) => removedAt === null && archivedAt === null)
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id))
}

function asError(core: CoreServices, error: unknown): { code: string; data: Record<string, unknown> } {
  if (isAppError(error)) return { code: error.code, data: error.data }
  logFailure(core.logger, 'report-of-client-failed', error)
  return { code: 'internal.unexpected', data: { reference: '' } }
}

/** The days are the same for all clients: those of the machine's own calendar where only "the last month" was asked for. */
export const daysForAll = (core: CoreServices, asked: AskedDays): Period => reportDays(asked, todayIn('UTC', core.now()))

export async function gapsOfAll(core: CoreServices, clientIds: readonly string[], days: Period): Promise<Gaps[]> {
  const found: Gaps[] = []
  for (const { id, name } of await clientsOf(core, clientIds)) {
    try {
      const workspace = await core.workspaces.open(id)
      const summary = (await findReportOfDays(workspace.reader, days.from, days.to, null)) ?? null
      const scope = summary ? await getReport(workspace.reader, summary.id) : { ...days, compare: { kind: 'previous' as const }, options: (await getTemplate(workspace.reader)).options }
      const gaps = summary?.frozenAt ? [] : await findGaps(core, workspace, scope)
      found.push({ clientId: id, name, report: summary, gaps, error: null })
    } catch (error) {
      found.push({ clientId: id, name, report: null, gaps: [], error: asError(core, error) })
    }
  }
  return found
}

/** The client's own report of these days, or a new one from its default template. */
async function reportOfClient(core: CoreServices, clientId: string, days: Period, language: ReportLanguage | null): Promise<string> {
  const workspace = await core.workspaces.open(clientId)
  const there = await findReportOfDays(workspace.reader, days.from, days.to, language)
  if (there) return there.id
  const report = draftReport(core, await workspace.profile(), await getTemplate(workspace.reader), { ...days, ...(language && { language }) })
  await workspace.command('reports.create', (tx) => insertReport(tx, report), { title: report.title })
  return report.id
}

/** Starts a job in each client's own workspace; they run side by side, and survive the app like any other. */
export async function makeAll(core: CoreServices, { clientIds, language, formats, destination, ...asked }: MakeAll): Promise<Run[]> {
  const days = daysForAll(core, asked)
  // A folder that cannot be written to is said once, and not by every client.
  if (destination?.kind === 'folder') await checkDestination(core.tokens.resolve(destination.token).path, core.home, core.home.workspaces, core.newId())
  const runs: Run[] = []
  for (const { id, name } of await clientsOf(core, clientIds ?? [])) {
    try {
      const reportId = await reportOfClient(core, id, days, language ?? null)
      runs.push({ clientId: id, name, jobId: await core.jobs.start(id, 'reports.make', { reportId, formats, destination: destination ?? { kind: 'default' } }), error: null })
    } catch (error) {
      runs.push({ clientId: id, name, jobId: null, error: asError(core, error) })
    }
  }
  return runs
}
