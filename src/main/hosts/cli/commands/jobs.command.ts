import type { Command } from 'commander'
import type { JobSummary } from '../../../../shared/features/jobs/jobs.contract'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, type Cli, type OfClient } from '../command-kit'
import { exportAnswer } from '../export-report'
import { findClient } from '../find-client'
import { canBeResumed, followJob, isUnfinished } from '../follow-job'
import type { Session } from '../session'
import { table } from '../table'
import { packAnswer } from './pack.command'

const PAGE = 1000

async function allJobs(session: Session, clientId: string): Promise<JobSummary[]> {
  const client = await session.client()
  const jobs: JobSummary[] = []
  for (;;) {
    const page = await client.jobs.list({ clientId, offset: jobs.length, limit: PAGE })
    jobs.push(...page.jobs)
    if (page.jobs.length === 0 || jobs.length >= page.total) return jobs
  }
}

function jobRows({ t, formats }: Session, jobs: readonly JobSummary[]): string[] {
  const columns = [
    { heading: t('cli.column.job') },
    { heading: t('cli.column.what') },
    { heading: t('cli.column.state') },
    { heading: t('cli.column.done'), right: true },
    { heading: t('cli.column.failed'), right: true },
    { heading: t('cli.column.when') }
  ]
  const row = (job: JobSummary): string[] => [
    job.id,
    t(`cli.jobs.kind.${job.kind}`),
    t(`cli.jobs.state.${job.state}`),
    `${formats.number(job.done)} / ${formats.number(job.total)}`,
    formats.number(job.failed),
    formats.dateTime(job.createdAt)
  ]
  return table(columns, jobs.map(row))
}

async function list(session: Session, options: OfClient): Promise<Answer> {
  const { id } = await findClient(session, options.client)
  const jobs = await allJobs(session, id)
  const json = { total: jobs.length, jobs }
  return { json, lines: jobs.length === 0 ? [session.t('cli.jobs.list.empty')] : jobRows(session, jobs) }
}

const endedLine = ({ t, formats }: Session, job: JobSummary): string =>
  t('cli.jobs.ended', {
    title: t(`cli.jobs.kind.${job.kind}`),
    state: t(`cli.jobs.state.${job.state}`),
    done: formats.number(job.done),
    total: formats.number(job.total),
    failed: formats.number(job.failed)
  })

/** The jobs meant: the one named, or all that fit. */
async function meant(session: Session, clientId: string, jobId: string | undefined, fits: (job: JobSummary) => boolean): Promise<JobSummary[]> {
  if (jobId !== undefined) return [await (await session.client()).jobs.get({ clientId, jobId })]
  return (await allJobs(session, clientId)).filter(fits).reverse()
}

async function resumeOne(session: Session, job: JobSummary): Promise<{ job: JobSummary; answer: Answer }> {
  const { id: jobId, clientId } = job
  const started = await (await session.client()).jobs.resume({ clientId, jobId })
  const ended = await followJob(session, started.clientId, started.id)
  const line = endedLine(session, ended)
  if (ended.kind === 'hand-off.pack') {
    const answer = await packAnswer(session, ended)
    return { job: ended, answer: { ...answer, lines: [line, ...answer.lines] } }
  }
  if (ended.kind !== 'renditions.export') return { job: ended, answer: { json: ended, lines: [line] } }
  const answer = await exportAnswer(session, ended)
  return { job: ended, answer: { ...answer, lines: [line, ...answer.lines] } }
}

async function resume(session: Session, options: OfClient, jobId: string | undefined): Promise<Answer> {
  const { id: clientId } = await findClient(session, options.client)
  const jobs = await meant(session, clientId, jobId, canBeResumed)
  if (jobs.length === 0) return { json: { jobs: [] }, lines: [session.t('cli.jobs.resume.nothing')] }
  const resumed: Awaited<ReturnType<typeof resumeOne>>[] = []
  for (const job of jobs) resumed.push(await resumeOne(session, job))
  return {
    json: { jobs: resumed.map((one) => one.job) },
    lines: resumed.flatMap((one) => one.answer.lines),
    exitCode: Math.max(...resumed.map((one) => one.answer.exitCode ?? 0))
  }
}

async function cancel(session: Session, options: OfClient, given: string | undefined): Promise<Answer> {
  const { id: clientId } = await findClient(session, options.client)
  const jobs = await meant(session, clientId, given, isUnfinished)
  if (jobs.length === 0) return { json: { jobs: [] }, lines: [session.t('cli.jobs.cancel.nothing')] }
  const client = await session.client()
  const cancelled: JobSummary[] = []
  for (const { id: jobId } of jobs) cancelled.push(await client.jobs.cancel({ clientId, jobId }))
  return { json: { jobs: cancelled }, lines: cancelled.map((job) => endedLine(session, job)) }
}

/** `greenroom jobs …` */
export function addJobsCommands(program: Command, cli: Cli): void {
  const { t } = cli
  const group = addCommand(program, cli, { name: 'jobs', about: 'cli.jobs.about', examples: ['jobs resume --client "North Gallery"'] })
  addCommand(group, cli, { name: 'list', about: 'cli.jobs.list.about', examples: ['jobs list --client "North Gallery"'] })
    .addOption(clientOption(cli))
    .action(act<OfClient>(cli, list))
  addCommand(group, cli, { name: 'resume', about: 'cli.jobs.resume.about', examples: ['jobs resume --client "North Gallery"'] })
    .addOption(clientOption(cli))
    .argument('[job]', t('cli.jobs.job'))
    .action(act<OfClient, [string | undefined]>(cli, resume))
  addCommand(group, cli, { name: 'cancel', about: 'cli.jobs.cancel.about', examples: ['jobs cancel --client "North Gallery"'] })
    .addOption(clientOption(cli))
    .argument('[job]', t('cli.jobs.job'))
    .action(act<OfClient, [string | undefined]>(cli, cancel))
}
