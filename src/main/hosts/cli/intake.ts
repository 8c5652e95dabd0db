import { explain } from '../../../shared/errors/explain'
import { categoryOf } from '../../../shared/errors/codes'
import type { JobItem, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import { exitCodeOf, type Failure } from './failures'
import { followJob } from './follow-job'
import type { Session } from './session'

/** As many files as one call takes. */
const BATCH = 5000
const PAGE = 1000

export const intakeOutcomes = ['added', 'known', 'restored'] as const
export type IntakeOutcome = (typeof intakeOutcomes)[number]

export interface TakenFile {
  file: string
  assetId: string
  outcome: IntakeOutcome
}

export interface RefusedFile {
  file: string
  error: Failure
}

/** What became of the files of a drop. */
export interface IntakeReport {
  jobs: JobSummary[]
  taken: TakenFile[]
  refused: RefusedFile[]
}

/** Every item of a job, page by page. */
export async function allItems(session: Session, clientId: string, jobId: string): Promise<JobItem[]> {
  const client = await session.client()
  const items: JobItem[] = []
  for (;;) {
    const page = await client.jobs.listItems({ clientId, jobId, offset: items.length, limit: PAGE })
    items.push(...page.items)
    if (page.items.length === 0 || items.length >= page.total) return items
  }
}

function refusedOf(session: Session, item: JobItem): RefusedFile {
  const code = item.error?.code ?? 'internal.unexpected'
  const data = item.error?.data ?? {}
  const words = explain(code, data, session.t)
  return { file: item.label, error: { code, category: categoryOf(code), message: [words.what, words.why].filter(Boolean).join(' '), data } }
}

function takenOf(item: JobItem): TakenFile {
  const outcome = intakeOutcomes.find((one) => one === item.result?.outcome) ?? 'added'
  return { file: item.label, assetId: String(item.result?.assetId ?? ''), outcome }
}

async function reportOf(session: Session, clientId: string, job: JobSummary): Promise<IntakeReport> {
  const items = await allItems(session, clientId, job.id)
  return {
    jobs: [job],
    taken: items.filter((item) => item.state === 'done').map(takenOf),
    refused: items.filter((item) => item.state === 'failed').map((item) => refusedOf(session, item))
  }
}

/** Adds files to a client, waits for the end, and says what became of each. */
export async function takeIn(session: Session, clientId: string, files: readonly string[]): Promise<IntakeReport> {
  const core = await session.core()
  const whole: IntakeReport = { jobs: [], taken: [], refused: [] }
  for (let start = 0; start < files.length; start += BATCH) {
    const tokens = files.slice(start, start + BATCH).map((path) => core.registerPath(path))
    const { jobId } = await core.client.assets.add({ clientId, files: tokens })
    const report = await reportOf(session, clientId, await followJob(session, clientId, jobId))
    whole.jobs.push(...report.jobs)
    whole.taken.push(...report.taken)
    whole.refused.push(...report.refused)
  }
  return whole
}

/** The lines of an intake report for people. */
export function intakeLines(session: Session, report: IntakeReport): string[] {
  const { t } = session
  const counted = intakeOutcomes.flatMap((outcome) => {
    const n = report.taken.filter((file) => file.outcome === outcome).length
    return n > 0 || outcome === 'added' ? [t(`cli.asset.add.${outcome}`, { n })] : []
  })
  if (report.refused.length === 0) return counted
  const refused = report.refused.map(({ file, error }) => `  ${file}: ${error.message}`)
  return [...counted, t('cli.asset.add.refused', { n: report.refused.length }), ...refused]
}

/** 0 when every file was taken, else the exit code of `unsupported`. */
export const intakeExitCode = (report: IntakeReport): number => (report.refused.length > 0 ? exitCodeOf('unsupported') : 0)
