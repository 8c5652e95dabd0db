import type { Command } from 'commander'
import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { problemText } from '../../../../shared/features/hand-off/outgoing-labels'
import type { PackScope } from '../../../../shared/features/hand-off/hand-off.contract'
import type { JobSummary } from '../../../../shared/features/jobs/jobs.contract'
import { addDays, isDate, weekdayOf } from '../../../../shared/time'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, notEmpty, type Cli, type OfClient } from '../command-kit'
import { exitCodeOf } from '../failures'
import { findClient } from '../find-client'
import { canBeResumed, followJob } from '../follow-job'
import { resumeCommand } from '../export-report'
import type { Session } from '../session'
import { facts, printable } from '../table'
import { destinationOf } from './export.command'

interface PackOptions extends OfClient {
  week?: string
  day?: string
  post?: string
  zip?: boolean
  withoutFrozen?: boolean
  out?: string
}
type PackReport = AppOutputs['handOff']['packReport']

/** The Monday of an ISO week such as `2026-W48`; undefined where there is no such week. */
export function mondayOf(week: string): string | undefined {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  const inFirst = `${year}-01-04`
  if (!isDate(inFirst)) return undefined
  const monday = addDays(inFirst, 1 - weekdayOf(inFirst) + (Number(number) - 1) * 7)
  const thursday = addDays(monday, 3)
  return Number(number) > 0 && thursday.startsWith(year) ? monday : undefined
}

function scopeOf({ t }: Session, { week, day, post }: PackOptions): PackScope {
  const refuse = (message: string): never => {
    throw new AppError('validation.input', { issues: [{ path: '', message }] })
  }
  if ([week, day, post].filter((one) => one !== undefined).length !== 1) return refuse(t('cli.pack.which'))
  if (post !== undefined) return { kind: 'post', postId: post }
  const fromDay = week === undefined ? day : mondayOf(week)
  if (fromDay === undefined || !isDate(fromDay)) return refuse(t(week === undefined ? 'cli.pack.badDay' : 'cli.pack.badWeek', { given: week ?? day }))
  return { kind: 'days', fromDay, toDay: week === undefined ? fromDay : addDays(fromDay, 6) }
}

function problemLines({ t }: Session, { variants }: PackReport): string[] {
  return variants.flatMap(({ folder, problems }) => problems.map((one) => printable(`  ${folder}: ${problemText(one, t)}`)))
}

/** What a pack came to. Signed addresses mean nothing outside the process and stay out. */
export async function packAnswer(session: Session, job: JobSummary): Promise<Answer> {
  const { t, formats } = session
  const { zipUrl: _url, ...report } = await (await session.client()).handOff.packReport({ clientId: job.clientId, jobId: job.id })
  const { variants, pictures, files, bytes, failed } = report.totals
  const places: [string, string | null][] = [[t('cli.pack.folder'), report.folder], [t('cli.pack.sheet'), report.sheet], [t('cli.pack.zip'), report.zip]]
  const problems = problemLines(session, { ...report, zipUrl: null })
  const lines = [
    t('cli.pack.made', { n: variants, pictures: formats.number(pictures), files: formats.number(files), bytes: formats.bytes(bytes) }),
    ...(problems.length > 0 ? [t('cli.pack.problems', { n: problems.length }), ...problems] : []),
    ...(canBeResumed(job) ? [t('cli.jobs.standsStill', { state: t(`cli.jobs.state.${job.state}`), command: resumeCommand(job.clientId, job.id) })] : []),
    '',
    ...facts(places.flatMap(([name, path]) => (path === null ? [] : [[name, path] as const])))
  ]
  const exitCode = job.state === 'done' && failed === 0 ? 0 : exitCodeOf(job.state === 'cancelled' ? 'cancelled' : 'unavailable')
  return { json: { job, ...report }, lines, exitCode }
}

async function run(session: Session, options: PackOptions): Promise<Answer> {
  const scope = scopeOf(session, options)
  const { id: clientId } = await findClient(session, options.client)
  const client = await session.client()
  const { jobId } = await client.handOff.pack({ clientId, scope, zip: options.zip === true, withoutFrozen: options.withoutFrozen === true, destination: await destinationOf(session, options.out) })
  return packAnswer(session, await followJob(session, clientId, jobId))
}

/** `greenroom pack` */
export function addPackCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'pack',
    about: 'cli.pack.about',
    examples: ['pack --client "North Gallery" --week 2026-W48 --zip', 'pack --client "North Gallery" --day 2026-11-24 --out packs']
  })
    .addOption(clientOption(cli))
    .option('--week <week>', t('cli.pack.week'), notEmpty(cli))
    .option('--day <day>', t('cli.pack.day'), notEmpty(cli))
    .option('--post <post>', t('cli.pack.post'), notEmpty(cli))
    .option('--zip', t('cli.pack.withZip'))
    .option('--without-frozen', t('cli.pack.withoutFrozen'))
    .option('--out <folder>', t('cli.export.out'), notEmpty(cli))
    .action(act<PackOptions>(cli, run))
}
