import { AppError } from '../../../../shared/errors/app-error'
import { compareTo } from '../../../../shared/features/analytics/analytics-scope'
import { report as reportSchema, reportOptions, sections, type Report, type ReportLanguage, type ReportSummary } from '../../../../shared/features/reports/reports.schema'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

interface ReportRow {
  id: string
  title: string
  starts_on: string
  ends_on: string
  compare_json: string
  language: ReportLanguage
  sections_json: string
  options_json: string
  frozen_at: string | null
  trashed_at: string | null
  created_at: string
  updated_at: string
}

const summaryColumns = ['id', 'title', 'starts_on', 'ends_on', 'language', 'frozen_at', 'trashed_at', 'created_at', 'updated_at'] as const

const toSummary = (row: Pick<ReportRow, (typeof summaryColumns)[number]>): ReportSummary => ({
  id: row.id, title: row.title, from: row.starts_on, to: row.ends_on, language: row.language, frozenAt: row.frozen_at, trashedAt: row.trashed_at,
  createdAt: row.created_at, updatedAt: row.updated_at
})

function toReport(row: ReportRow): Report {
  return reportSchema.parse({
    ...toSummary(row),
    compare: compareTo.parse(JSON.parse(row.compare_json)),
    sections: sections.parse(JSON.parse(row.sections_json)),
    options: reportOptions.parse(JSON.parse(row.options_json))
  })
}

const toRow = (report: Report): ReportRow => ({
  id: report.id, title: report.title, starts_on: report.from, ends_on: report.to, compare_json: JSON.stringify(report.compare), language: report.language,
  sections_json: JSON.stringify(report.sections), options_json: JSON.stringify(report.options), frozen_at: report.frozenAt, trashed_at: report.trashedAt,
  created_at: report.createdAt, updated_at: report.updatedAt
})

/** Newest days first. */
export async function listReports(db: Db, { trashed }: { trashed: boolean }): Promise<ReportSummary[]> {
  const query = db('report').orderBy([{ column: 'starts_on', order: 'desc' }, { column: 'created_at', order: 'desc' }]).select(...summaryColumns)
  const rows = (await (trashed ? query.whereNotNull('trashed_at') : query.whereNull('trashed_at'))) as ReportRow[]
  return rows.map(toSummary)
}

/** The report of just these days that was changed last; with a language only one in it. */
export async function findReportOfDays(db: Db, from: string, to: string, language: ReportLanguage | null): Promise<ReportSummary | undefined> {
  const query = db('report').where({ starts_on: from, ends_on: to }).whereNull('trashed_at').orderBy('updated_at', 'desc')
  const row = (await (language === null ? query : query.where({ language })).first(...summaryColumns)) as ReportRow | undefined
  return row && toSummary(row)
}

/** Also one in the trash. @throws AppError `not-found.report` */
export async function getReport(db: Db, id: string): Promise<Report> {
  const row = (await db('report').where({ id }).first()) as ReportRow | undefined
  if (!row) throw new AppError('not-found.report', { report: id })
  return toReport(row)
}

/** @throws AppError `not-found.report`, `conflict.report-frozen` */
export async function getDraft(db: Db, id: string): Promise<Report> {
  const found = await getReport(db, id)
  if (found.frozenAt !== null) throw new AppError('conflict.report-frozen', { title: found.title, frozenAt: found.frozenAt })
  return found
}

export async function insertReport(tx: Tx, report: Report): Promise<void> {
  await tx('report').insert(toRow(report))
}

export async function updateReport(tx: Tx, report: Report): Promise<void> {
  await tx('report').where({ id: report.id }).update(toRow(report))
}

/** Null takes them out of the trash. */
export async function setTrashed(tx: Tx, ids: readonly string[], at: string | null): Promise<void> {
  await tx('report').whereIn('id', ids).update({ trashed_at: at })
}

export interface KeptFile {
  role: string
  /** Below the folder of the report. */
  path: string
  sha256: string
  bytes: number
  pages: number
}

export async function listKeptFiles(db: Db, reportId: string): Promise<KeptFile[]> {
  return (await db('report_file').where({ report_id: reportId }).orderBy(['role', 'path']).select('role', 'path', 'sha256', 'bytes', 'pages')) as KeptFile[]
}

/** What was kept before is forgotten. */
export async function replaceKeptFiles(tx: Tx, reportId: string, files: readonly (KeptFile & { id: string; createdAt: string })[]): Promise<void> {
  await tx('report_file').where({ report_id: reportId }).delete()
  for (const { id, createdAt, ...file } of files) await tx('report_file').insert({ ...file, id, report_id: reportId, created_at: createdAt })
}

/** Reports that have been in the trash since before this instant are gone for good. @returns their ids */
export async function removeTrashedBefore(tx: Tx, at: string): Promise<string[]> {
  const ids = (await tx('report').where('trashed_at', '<', at).pluck('id')) as string[]
  if (ids.length > 0) await tx('report').whereIn('id', ids).delete()
  return ids
}
