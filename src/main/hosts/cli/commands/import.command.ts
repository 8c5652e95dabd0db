import { Option, type Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { Answer } from '../answer'
import { collectFiles } from '../collect-files'
import { act, addCommand, numberBetween, several, type Cli } from '../command-kit'
import { exitCodeOf } from '../failures'
import { figureJson, figureLines, type FigureDraft } from '../figure-report'
import { findClient } from '../find-client'
import { importJson, isOpen, planJson, previewLines, tableLines, type Preview } from '../import-report'
import { mailFilesJson, messageLines, messagesJson, readMessages, withoutMessageFiles, type FoundMessages } from '../read-messages'
import { findChannel, namedChannels, readFigures, type FigureOptions } from '../read-figures'
import type { Session } from '../session'

interface ImportOptions extends FigureOptions {
  client?: string
  dryRun?: boolean
  zone?: string
  time?: string
  status?: 'draft' | 'scheduled'
  to?: string[]
  own?: string[]
}

type ScheduleOptions = NonNullable<AppInputs['imports']['previewSchedule']['options']>

async function scheduleOptions(session: Session, clientId: string, options: ImportOptions): Promise<ScheduleOptions> {
  const { dateOrder, zone, time, status, channel = [], to = [] } = options
  return {
    order: dateOrder ?? null,
    ...(zone !== undefined && { zone }),
    ...(time !== undefined && { defaultTime: time }),
    status: status ?? null,
    channels: await Promise.all(
      namedChannels(channel).map(async ({ name, channel: given }) => ({ name, channelId: given === '' ? null : await findChannel(session, clientId, given, name.toLowerCase()) }))
    ),
    defaultChannelIds: await Promise.all(to.map((one) => findChannel(session, clientId, one)))
  }
}

const refusedCode = (found: { refused: readonly unknown[] }): number => (found.refused.length > 0 ? exitCodeOf('unsupported') : 0)

async function detect(session: Session, paths: string[], tokens: string[]): Promise<Answer> {
  const found = await (await session.client()).imports.detect({ files: tokens })
  return { json: importJson(paths, found), lines: tableLines(session, found), exitCode: refusedCode(found) }
}

/** Plans among the files, by the files that hold them; `places` are theirs among all. */
interface Plans {
  input: AppInputs['imports']['previewSchedule']
  preview: Preview
  places: number[]
}

async function readPlans(session: Session, clientId: string, tokens: readonly string[], draft: FigureDraft, options: ImportOptions): Promise<Plans | undefined> {
  const places = [...new Set(draft.plans.map(({ file }) => file))].sort((a, b) => a - b)
  if (places.length === 0) return undefined
  const input = { clientId, files: places.map((place) => tokens[place] ?? ''), options: await scheduleOptions(session, clientId, options) }
  const preview = await (await session.client()).imports.previewSchedule(input)
  // Figures beside a plan, and what could not be read, are told by the draft.
  return { input, preview: { ...preview, refused: [] }, places }
}

interface Found {
  clientId: string
  draft: FigureDraft
  plans: Plans | undefined
  messages: FoundMessages | undefined
}

/** An archive has its pages and pictures beside the figures: they cost it nothing. */
const isBeside = (one: FigureDraft['refused'][number], { tables, plans }: FigureDraft): boolean =>
  one.entry !== null && one.error.code === 'unsupported.import-kind' && [...tables, ...plans].some(({ file }) => file === one.file)

function reportOf(session: Session, paths: string[], { draft, plans, messages }: Found): Answer & { json: object } {
  const figures = figureJson(paths, draft)
  const planned = plans ? planJson(plans.places.map((place) => paths[place] ?? ''), plans.preview) : []
  const mails = messages ? mailFilesJson(paths, messages) : []
  const files = [...figures.files, ...mails, ...planned.map((json, index) => ({ file: plans?.places[plans.preview.tables[index]?.file ?? 0] ?? 0, json }))].sort((a, b) => a.file - b.file)
  // A sheet that was read as a plan by single words needs no layout.
  const isPlan = (path: string): boolean => planned.some((one) => one?.path === path)
  const unknown = figures.unknown.filter(({ path }) => !isPlan(path))
  return {
    json: { files: files.map(({ json }) => json), refused: figures.refused, questions: [...(plans?.preview.questions ?? []), ...figures.questions, ...(messages?.preview.questions ?? [])], unknown, ...(messages && { messages: messagesJson(paths, messages) }) },
    lines: [...figureLines(session, { ...draft, unknown: draft.unknown.filter(({ file }) => !isPlan(paths[file] ?? '')) }), ...(plans ? previewLines(session, plans.preview) : []), ...(messages ? messageLines(session, messages) : [])],
    exitCode: draft.refused.filter((one) => !isBeside(one, draft)).length + unknown.length > 0 ? exitCodeOf('unsupported') : 0
  }
}

interface Committed {
  importId?: string
  figureImportId?: string
  added: number
  changed: number
  matched?: { sure: number; doubtful: number }
  messageImportId?: string
  messagesAdded?: number
}

/** Plans first: figures find the posts that came with them. Each is one step, all of it or nothing. */
async function commitAll(session: Session, { clientId, draft, plans, messages }: Found): Promise<Committed> {
  const client = await session.client()
  const done: Committed = { added: 0, changed: 0 }
  const planned = plans?.preview.totals
  if (plans && planned && planned.new + planned.changed > 0) {
    const { importId, added, changed } = await client.imports.commitSchedule({ ...plans.input, expect: { new: planned.new, changed: planned.changed } })
    Object.assign(done, { importId, added, changed })
  }
  const { added, changed, unchanged } = draft.totals
  if (added + changed > 0) {
    const taken = await client.figureImports.commit({ clientId, draftId: draft.draftId, expect: { added, changed, unchanged } })
    Object.assign(done, { importId: done.importId ?? taken.importId, figureImportId: taken.importId, added: done.added + added, changed: done.changed + changed, matched: taken.matched })
  } else await client.figureImports.discard({ clientId, draftId: draft.draftId })
  if (messages && messages.preview.totals.added > 0) {
    const { files, own, preview } = messages
    const taken = await client.inbox.commitImport({ clientId, files, own, expect: { added: preview.totals.added } })
    Object.assign(done, { importId: done.importId ?? taken.importId, messageImportId: taken.importId, messagesAdded: taken.added, added: done.added + taken.added })
  }
  return done
}

async function importFiles(session: Session, options: ImportOptions, given: string[]): Promise<Answer> {
  const { files: paths } = await collectFiles(given, session.cwd)
  if (paths.length === 0) throw new AppError('validation.nothing-selected')
  const core = await session.core()
  const files = paths.map((path) => core.registerPath(path))
  if (options.client === undefined) return detect(session, paths, files)

  const { id: clientId } = await findClient(session, options.client)
  const draft = await readFigures(session, clientId, files, options)
  const discard = () => core.client.figureImports.discard({ clientId, draftId: draft.draftId })
  try {
    const messages = await readMessages(session, clientId, files, draft, options.own ?? [])
    const found: Found = { clientId, draft: withoutMessageFiles(draft, messages), plans: await readPlans(session, clientId, files, draft, options), messages }
    const report = reportOf(session, paths, found)
    const open = draft.questions.some(({ required }) => required) || (found.messages?.preview.questions.length ?? 0) > 0 || (found.plans?.preview.questions.some(isOpen) ?? false)
    if (open || options.dryRun === true) {
      await discard()
      return open ? { ...report, exitCode: exitCodeOf('validation') } : report
    }
    const { importId, ...done } = await commitAll(session, found)
    if (importId === undefined) return report
    const line = session.t('cli.import.done', { added: done.added, changed: done.changed })
    return { ...report, json: { ...report.json, importId, ...done }, lines: [...report.lines, line] }
  } catch (error) {
    await discard()
    throw error
  }
}

/** `greenroom import` */
export function addImportCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'import',
    about: 'cli.import.about',
    examples: [
      'import buffer.csv', 'import --client "North Gallery" --dry-run plan.xlsx', 'import --client "North Gallery" ~/exports/2026-10', 'import --client "North Gallery" plan.csv --date-order dmy --channel instagram=Museum'
    ]
  })
    .argument('<path...>', t('cli.import.paths'))
    .option('-c, --client <client>', t('cli.import.client'))
    .option('--dry-run', t('cli.import.dryRun'))
    .addOption(new Option('--date-order <order>', t('cli.import.dateOrder')).choices(['dmy', 'mdy']))
    .addOption(new Option('--year <year>', t('cli.figures.year')).argParser(numberBetween(cli, 1990, 2200, true)))
    .option('--network <network>', t('cli.figures.network'))
    .option('--period <from..to>', t('cli.figures.period'))
    .option('--zone <zone>', t('cli.import.zone'))
    .option('--time <time>', t('cli.import.time'))
    .addOption(new Option('--status <status>', t('cli.import.status')).choices(['draft', 'scheduled']))
    .option('--channel <name=channel>', t('cli.import.channel'), several)
    .option('--own <network=name>', t('cli.messages.ownOption'), several)
    .option('--to <channel>', t('cli.import.toChannel'), several)
    .action(act<ImportOptions, [string[]]>(cli, importFiles))
}
