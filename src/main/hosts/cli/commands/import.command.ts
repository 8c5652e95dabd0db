import { Option, type Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { Answer } from '../answer'
import { collectFiles } from '../collect-files'
import { act, addCommand, several, type Cli } from '../command-kit'
import { exitCodeOf } from '../failures'
import { findClient } from '../find-client'
import { importJson, isOpen, previewLines, tableLines, type Preview } from '../import-report'
import type { Session } from '../session'

interface ImportOptions {
  client?: string
  dryRun?: boolean
  dateOrder?: 'dmy' | 'mdy'
  zone?: string
  time?: string
  status?: 'draft' | 'scheduled'
  channel?: string[]
  to?: string[]
}

type ScheduleOptions = NonNullable<AppInputs['imports']['previewSchedule']['options']>

async function channelId(session: Session, clientId: string, given: string): Promise<string> {
  const { channels } = await (await session.client()).channels.list({ clientId })
  const wanted = given.trim().replace(/^@/, '').toLowerCase()
  const found = channels.filter(({ id, name, handle }) => [id, name.toLowerCase(), handle.toLowerCase()].includes(wanted))
  if (found.length !== 1 || !found[0]) throw new AppError('not-found.channel', { channel: given })
  return found[0].id
}

/** `--channel instagram=Museum`; nothing behind the sign leaves that network out. */
async function channelAnswers(session: Session, clientId: string, given: readonly string[]): Promise<NonNullable<ScheduleOptions['channels']>> {
  return Promise.all(
    given.map(async (text) => {
      const at = text.indexOf('=')
      const name = at < 0 ? text : text.slice(0, at)
      const channel = at < 0 ? text : text.slice(at + 1)
      return { name: name.trim(), channelId: channel.trim() === '' ? null : await channelId(session, clientId, channel) }
    })
  )
}

async function scheduleOptions(session: Session, clientId: string, options: ImportOptions): Promise<ScheduleOptions> {
  const { dateOrder, zone, time, status, channel = [], to = [] } = options
  return {
    order: dateOrder ?? null,
    ...(zone !== undefined && { zone }),
    ...(time !== undefined && { defaultTime: time }),
    status: status ?? null,
    channels: await channelAnswers(session, clientId, channel),
    defaultChannelIds: await Promise.all(to.map((one) => channelId(session, clientId, one)))
  }
}

const refusedCode = (found: Pick<Preview, 'refused'>): number => (found.refused.length > 0 ? exitCodeOf('unsupported') : 0)

async function detect(session: Session, paths: string[], tokens: string[]): Promise<Answer> {
  const found = await (await session.client()).imports.detect({ files: tokens })
  return { json: importJson(paths, found), lines: tableLines(session, found), exitCode: refusedCode(found) }
}

async function importPlans(session: Session, options: ImportOptions, given: string[]): Promise<Answer> {
  const { files: paths } = await collectFiles(given, session.cwd)
  if (paths.length === 0) throw new AppError('validation.nothing-selected')
  const core = await session.core()
  const files = paths.map((path) => core.registerPath(path))
  if (options.client === undefined) return detect(session, paths, files)

  const { id: clientId } = await findClient(session, options.client)
  const input = { clientId, files, options: await scheduleOptions(session, clientId, options) }
  const preview = await core.client.imports.previewSchedule(input)
  const { totals } = preview
  const shown = { json: importJson(paths, preview, preview), lines: previewLines(session, preview) }
  if (preview.questions.some(isOpen)) return { ...shown, exitCode: exitCodeOf('validation') }
  if (options.dryRun === true || totals.new + totals.changed === 0) return { ...shown, exitCode: refusedCode(preview) }
  const { importId, added, changed } = await core.client.imports.commitSchedule({ ...input, expect: { new: totals.new, changed: totals.changed } })
  const line = session.t('cli.import.done', { added, changed })
  return { json: { ...shown.json, importId, added, changed }, lines: [...shown.lines, line], exitCode: refusedCode(preview) }
}

/** `greenroom import` */
export function addImportCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'import',
    about: 'cli.import.about',
    examples: ['import buffer.csv', 'import --client "North Gallery" --dry-run plan.xlsx', 'import --client "North Gallery" plan.csv --date-order dmy --channel instagram=Museum']
  })
    .argument('<path...>', t('cli.import.paths'))
    .option('-c, --client <client>', t('cli.import.client'))
    .option('--dry-run', t('cli.import.dryRun'))
    .addOption(new Option('--date-order <order>', t('cli.import.dateOrder')).choices(['dmy', 'mdy']))
    .option('--zone <zone>', t('cli.import.zone'))
    .option('--time <time>', t('cli.import.time'))
    .addOption(new Option('--status <status>', t('cli.import.status')).choices(['draft', 'scheduled']))
    .option('--channel <name=channel>', t('cli.import.channel'), several)
    .option('--to <channel>', t('cli.import.toChannel'), several)
    .action(act<ImportOptions, [string[]]>(cli, importPlans))
}
