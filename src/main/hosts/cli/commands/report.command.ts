import { basename, dirname, extname, resolve } from 'node:path'
import { Option, type Command } from 'commander'
import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { month as monthSchema, reportFormat, reportLanguage, type ReportFormat, type ReportLanguage } from '../../../../shared/features/reports/reports.schema'
import { isDate } from '../../../../shared/time'
import type { Answer } from '../answer'
import { act, addCommand, notEmpty, type Cli } from '../command-kit'
import { exitCodeOf } from '../failures'
import { findClient } from '../find-client'
import { followJob } from '../follow-job'
import { madeFacts, madeLines, type MadeFacts } from '../report-facts'
import type { Session } from '../session'

interface ReportCommandOptions {
  client?: string
  all?: boolean
  month?: string
  from?: string
  to?: string
  language?: string
  out?: string
  template?: string
  format?: string
  archive?: boolean
}

interface Asked {
  days: { month?: string; from?: string; to?: string }
  language: ReportLanguage | undefined
  format: ReportFormat
}

function refuse(message: string): never {
  throw new AppError('validation.input', { issues: [{ path: '', message }] })
}

function askedOf({ t }: Session, { month, from, to, language, out, format }: ReportCommandOptions): Asked {
  if (month !== undefined && !monthSchema.safeParse(month).success) refuse(t('cli.report.badMonth', { given: month }))
  for (const day of [from, to]) if (day !== undefined && !isDate(day)) refuse(t('cli.report.badDay', { given: day }))
  const tongue = reportLanguage.optional().safeParse(language)
  if (!tongue.success) refuse(t('cli.report.badLanguage', { given: language }))
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase()
  const asked = format ?? (ending === 'zip' ? 'csv' : ending === '' ? 'pdf' : ending)
  const kind = reportFormat.safeParse(asked)
  if (!kind.success) refuse(t('cli.report.badFormat', { given: asked }))
  return { days: { ...(month && { month }), ...(from && { from }), ...(to && { to }) }, language: tongue.data, format: kind.data }
}

type Report = AppOutputs['reports']['get']

const sameContent = (report: Report, template: Pick<Report, 'sections' | 'options'>): boolean =>
  JSON.stringify([report.sections, { ...report.options, archive: false }]) === JSON.stringify([template.sections, { ...template.options, archive: false }])

/** The report of these days that is there, else a new one: the same command twice does not leave two. */
async function reportOf(session: Session, clientId: string, { days, language }: Asked, templateName: string | undefined): Promise<Report> {
  const client = await session.client()
  const { from, to } = await client.reports.gapsOfAll({ clientIds: [clientId], ...days })
  const same = (await client.reports.list({ clientId })).reports.filter((one) => one.from === from && one.to === to && (language === undefined || one.language === language))
  if (templateName === undefined) return same[0] ? client.reports.get({ clientId, reportId: same[0].id }) : client.reports.create({ clientId, from, to, language })
  const { templates } = await client.reports.listTemplates({ clientId })
  const template = templates.find(({ id, name }) => [id, name.toLowerCase()].includes(templateName.trim().toLowerCase()))
  for (const { id } of template ? same : []) {
    const found = await client.reports.get({ clientId, reportId: id })
    if (template && sameContent(found, template)) return found
  }
  return client.reports.create({ clientId, from, to, language, templateId: template?.id ?? templateName })
}

async function makeOne(session: Session, options: ReportCommandOptions): Promise<Answer> {
  const { t } = session
  const asked = askedOf(session, options)
  if (options.out === undefined) return refuse(t('cli.report.needsOut'))
  const { id: clientId } = await findClient(session, options.client ?? '')
  const client = await session.client()
  const report = await reportOf(session, clientId, asked, options.template)
  if (options.archive !== undefined && report.frozenAt === null && report.options.archive !== options.archive) {
    await client.reports.update({ clientId, reportId: report.id, change: { options: { archive: options.archive } } })
  }
  const path = resolve(session.cwd, options.out)
  const token = (await session.core()).registerPath(dirname(path))
  const { jobId } = await client.reports.make({ clientId, reportId: report.id, formats: [asked.format], destination: { kind: 'folder', token }, fileName: basename(path) })
  const job = await followJob(session, clientId, jobId)
  const made = madeFacts(await client.reports.made({ clientId, jobId }))
  return { json: made, lines: madeLines(session, made), exitCode: job.state === 'done' && made.error === null ? 0 : exitCodeOf(job.state === 'cancelled' ? 'cancelled' : 'unavailable') }
}

type OfAll = { client: string; clientId: string } & (MadeFacts | { error: { code: string; data: Record<string, unknown> } })

async function makeAllReports(session: Session, options: ReportCommandOptions): Promise<Answer> {
  const asked = askedOf(session, options)
  const client = await session.client()
  const core = await session.core()
  const destination = options.out === undefined ? { kind: 'default' as const } : { kind: 'folder' as const, token: core.registerPath(resolve(session.cwd, options.out)) }
  const { from, to } = await client.reports.gapsOfAll({ clientIds: ['none'], ...asked.days })
  const { runs } = await client.reports.makeAll({ ...asked.days, language: asked.language ?? null, formats: [asked.format], destination })
  const clients: OfAll[] = []
  for (const { clientId, name, jobId, error } of runs) {
    if (jobId === null) {
      clients.push({ client: name, clientId, error: error ?? { code: 'internal.unexpected', data: {} } })
      continue
    }
    await followJob(session, clientId, jobId)
    clients.push({ client: name, clientId, ...madeFacts(await client.reports.made({ clientId, jobId })) })
  }
  const lines = clients.flatMap((one) => ('path' in one ? madeLines(session, one, one.client) : [session.t('cli.report.failed', { name: one.client, reason: one.error.code })]))
  return { json: { from, to, clients }, lines, exitCode: clients.every((one) => one.error === null) ? 0 : exitCodeOf('unavailable') }
}

async function run(session: Session, options: ReportCommandOptions): Promise<Answer> {
  if ((options.client === undefined) === (options.all !== true)) return refuse(session.t('cli.report.which'))
  return options.all === true ? makeAllReports(session, options) : makeOne(session, options)
}

/** `greenroom report` */
export function addReportCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'report',
    about: 'cli.report.about',
    examples: ['report --client "North Gallery" --month 2026-10 --language nb --out october.pdf', 'report --all --month 2026-10 --out reports']
  })
    .addOption(new Option('-c, --client <client>', t('cli.option.client')))
    .option('--all', t('cli.report.all'))
    .option('--month <month>', t('cli.report.month'), notEmpty(cli))
    .option('--from <day>', t('cli.report.from'), notEmpty(cli))
    .option('--to <day>', t('cli.report.to'), notEmpty(cli))
    .option('--language <language>', t('cli.report.language'), notEmpty(cli))
    .option('--template <template>', t('cli.report.template'), notEmpty(cli))
    .option('--format <format>', t('cli.report.format'), notEmpty(cli))
    .option('--archive', t('cli.report.archive'))
    .option('--out <path>', t('cli.report.out'), notEmpty(cli))
    .action(act<ReportCommandOptions>(cli, run))
}
