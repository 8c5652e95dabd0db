import { AppError } from '../../../../shared/errors/app-error'
import { builtInTemplates, fallbackTemplateId } from '../../../../shared/features/reports/built-in-templates'
import { reportOptions, sections, type ReportTemplate } from '../../../../shared/features/reports/reports.schema'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

interface TemplateRow {
  id: string
  name: string
  sections_json: string
  options_json: string
  is_default: 0 | 1
  created_at: string
}

const toTemplate = (row: TemplateRow): ReportTemplate => ({
  id: row.id, name: row.name, builtIn: false, isDefault: row.is_default === 1, sections: sections.parse(JSON.parse(row.sections_json)),
  options: reportOptions.parse(JSON.parse(row.options_json))
})

/** The client's own by name, then those that come with the app. Exactly one is the default. */
export async function listTemplates(db: Db): Promise<ReportTemplate[]> {
  const own = ((await db('report_template').orderByRaw('name COLLATE NOCASE')) as TemplateRow[]).map(toTemplate)
  const chosen = own.some(({ isDefault }) => isDefault)
  return [...own, ...builtInTemplates.map((one) => ({ ...one, isDefault: !chosen && one.id === fallbackTemplateId }))]
}

/** By id, or by name as a person would write it; of none the default. @throws AppError `not-found.report-template` */
export async function getTemplate(db: Db, idOrName?: string): Promise<ReportTemplate> {
  const all = await listTemplates(db)
  const wanted = idOrName?.trim().toLowerCase()
  const found = wanted === undefined ? all.find(({ isDefault }) => isDefault) : all.find(({ id, name }) => id === idOrName || name.toLowerCase() === wanted)
  if (!found) throw new AppError('not-found.report-template', { template: idOrName ?? '' })
  return found
}

export interface TemplateToSave extends Omit<ReportTemplate, 'builtIn'> {
  createdAt: string
}

/** @throws AppError `conflict.name-in-use`; `not-found.report-template` where `isNew` is false and there is none */
export async function saveTemplate(tx: Tx, template: TemplateToSave, isNew: boolean): Promise<void> {
  const { id, name, isDefault, createdAt } = template
  const taken = (await tx('report_template').whereRaw('name = ? COLLATE NOCASE', [name]).whereNot({ id }).first('id')) as { id: string } | undefined
  if (taken) throw new AppError('conflict.name-in-use', { name })
  if (isDefault) await tx('report_template').whereNot({ id }).where({ is_default: 1 }).update({ is_default: 0 })
  const row = { name, sections_json: JSON.stringify(template.sections), options_json: JSON.stringify(template.options), is_default: isDefault ? 1 : 0 }
  if (isNew) await tx('report_template').insert({ id, ...row, created_at: createdAt })
  else if ((await tx('report_template').where({ id }).update(row)) === 0) throw new AppError('not-found.report-template', { template: id })
}

/** @throws AppError `not-found.report-template`, also for one that comes with the app */
export async function removeTemplate(tx: Tx, id: string): Promise<void> {
  if ((await tx('report_template').where({ id }).delete()) === 0) throw new AppError('not-found.report-template', { template: id })
}
