import type { AppOutputs } from '../../../shared/contract'
import { categoryOf } from '../../../shared/errors/codes'
import { explain } from '../../../shared/errors/explain'
import type { JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { Answer } from './answer'
import { exitCodeOf } from './failures'
import { canBeResumed } from './follow-job'
import type { Session } from './session'
import { facts, printable, table } from './table'

export type ExportReport = AppOutputs['renditions']['report']
type ExportedFile = ExportReport['files'][number]

/** The command that brings a job to its end. */
export const resumeCommand = (clientId: string, jobId: string): string => `greenroom jobs resume --client ${clientId} ${jobId}`

function networkTable({ t, formats }: Session, report: ExportReport): string[] {
  const columns = [
    { heading: t('cli.column.network') },
    { heading: t('cli.column.files'), right: true },
    { heading: t('cli.column.bytes'), right: true }
  ]
  const name = (network: string) => {
    const key = `ui.network.${network}`
    return t(key as 'ui.network.instagram')
  }
  return table(columns, report.byNetwork.map((one) => [name(one.network), formats.number(one.files), formats.bytes(one.bytes)]))
}

/** Where folder, manifest and contact sheet lie. */
export function placesOf({ t }: Session, report: ExportReport): string[] {
  const places: [string, string | null][] = [
    [t('cli.export.folder'), report.folder],
    [t('cli.export.manifest'), report.manifest],
    [t('cli.export.contactSheet'), report.contactSheet]
  ]
  return facts(places.flatMap(([name, path]) => (path === null ? [] : [[name, path] as const])))
}

function failedLines({ t }: Session, failed: readonly ExportedFile[]): string[] {
  if (failed.length === 0) return []
  const line = (file: ExportedFile): string => {
    const words = explain(file.error?.code ?? 'internal.unexpected', file.error?.data ?? {}, t)
    return printable(`  ${file.path}: ${words.what} ${words.why}`)
  }
  return [t('cli.export.failed', { n: failed.length }), ...failed.map(line)]
}

/** Why a job stands still, and what to do before it is resumed. */
function stillLines({ t }: Session, { error }: JobSummary): string[] {
  if (!error) return []
  const words = explain(error.code, error.data, t)
  return [words.what, words.why, words.do].filter(Boolean).map(printable)
}

function jobExitCode(job: JobSummary, failed: readonly ExportedFile[]): number {
  if (job.state === 'cancelled') return exitCodeOf('cancelled')
  if (job.state !== 'done') return exitCodeOf(job.error ? categoryOf(job.error.code) : 'unavailable')
  const code = failed[0]?.error?.code
  return code === undefined ? 0 : exitCodeOf(categoryOf(code))
}

/** What an export came to. Signed addresses mean nothing outside the process and stay out. */
export async function exportAnswer(session: Session, job: JobSummary): Promise<Answer> {
  const { t, formats } = session
  const report = await (await session.client()).renditions.report({ clientId: job.clientId, jobId: job.id })
  const { files, bytes, seconds, warnings } = report.totals
  const failed = report.files.filter((file) => file.error !== null)
  const { contactSheetUrl: _sheet, ...kept } = report
  const json = { job, ...kept, files: report.files.map(({ url: _url, ...file }) => file) }
  const lines = [
    ...networkTable(session, report),
    '',
    t('cli.export.made', { n: files, bytes: formats.bytes(bytes), seconds: formats.duration(seconds) }),
    ...(warnings > 0 ? [t('cli.export.warnings', { n: warnings })] : []),
    ...failedLines(session, failed),
    ...(job.state === 'done' && files > 0 && report.contactSheet === null ? [t('exports.sheet.failed')] : []),
    ...stillLines(session, job),
    ...(canBeResumed(job) ? [t('cli.jobs.standsStill', { state: t(`cli.jobs.state.${job.state}`), command: resumeCommand(job.clientId, job.id) })] : []),
    '',
    ...placesOf(session, report)
  ]
  return { json, lines, exitCode: jobExitCode(job, failed) }
}
