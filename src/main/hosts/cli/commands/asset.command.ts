import type { Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import { explain } from '../../../../shared/errors/explain'
import type { Answer } from '../answer'
import { collectFiles, type CollectedFiles } from '../collect-files'
import { act, addCommand, clientOption, notEmpty, numberBetween, several, type Cli, type OfClient } from '../command-kit'
import { exitCodeOf } from '../failures'
import { findAssets } from '../find-asset'
import { findClient } from '../find-client'
import { intakeExitCode, intakeLines, takeIn } from '../intake'
import type { Session } from '../session'
import { printable } from '../table'
import { addAssetListCommand } from './asset-list.command'

/** What searching through folders came to: said before the work begins. */
function noteSearch({ t, note }: Session, found: CollectedFiles): void {
  if (found.folders === 0) return
  note(t('cli.asset.add.searched', { n: found.files.length, folders: t('cli.asset.add.folders', { n: found.folders }) }))
  const { hidden, links, special } = found.skipped
  if (hidden + links + special > 0) note(t('cli.asset.add.skipped', { hidden, links, special }))
  for (const { path, reason } of found.unreadable) {
    const { what, why } = explain('unavailable.file', { path, reason }, t)
    note(printable(`${what} ${why}`))
  }
}

async function add(session: Session, options: OfClient, paths: string[]): Promise<Answer> {
  const { id } = await findClient(session, options.client)
  const found = await collectFiles(paths, session.cwd)
  noteSearch(session, found)
  if (found.files.length === 0) throw new AppError('validation.nothing-selected')
  const report = await takeIn(session, id, found.files)
  const outcome = (wanted: string) => report.taken.filter((file) => file.outcome === wanted)
  const json = {
    clientId: id,
    jobIds: report.jobs.map((job) => job.id),
    added: outcome('added'),
    known: outcome('known'),
    restored: outcome('restored'),
    refused: report.refused,
    skipped: found.skipped,
    unreadable: found.unreadable
  }
  return { json, lines: intakeLines(session, report).map(printable), exitCode: found.unreadable.length > 0 ? exitCodeOf('unsupported') : intakeExitCode(report) }
}

interface FocusOptions extends OfClient {
  asset: string
  x?: number
  y?: number
  auto?: boolean
}

async function focus(session: Session, options: FocusOptions): Promise<Answer> {
  const { x, y, auto } = options
  if (auto !== true && (x === undefined || y === undefined)) {
    throw new AppError('validation.input', { issues: [{ path: 'x, y', message: session.t('cli.asset.focus.which') }] })
  }
  const { id: clientId } = await findClient(session, options.client)
  const [found] = await findAssets(session, clientId, [options.asset])
  if (!found) throw new AppError('not-found.asset', { asset: options.asset })
  const focal = auto === true || x === undefined || y === undefined ? null : { x, y }
  const asset = await (await session.client()).assets.setFocalPoint({ clientId, assetId: found.id, focal })
  const at = (value: number) => session.formats.number(value, { maximumFractionDigits: 3 })
  const line = session.t('cli.asset.focused', { name: asset.fileName, x: at(asset.focal.x), y: at(asset.focal.y) })
  return { json: { asset }, lines: [printable(line)] }
}

async function trash(session: Session, options: OfClient & { asset?: string[] }, given: string[]): Promise<Answer> {
  const { id: clientId } = await findClient(session, options.client)
  const ids = (await findAssets(session, clientId, given)).map((asset) => asset.id)
  const { changed } = await (await session.client()).assets.trash({ clientId, ids })
  return { json: { changed, ids }, lines: [session.t('cli.asset.trashed', { n: changed })] }
}

function addFocusCommand(group: Command, cli: Cli): void {
  const { t } = cli
  addCommand(group, cli, {
    name: 'focus',
    about: 'cli.asset.focus.about',
    examples: ['asset focus --client "North Gallery" --asset harbor.jpg --x 0.62 --y 0.4', 'asset focus --client "North Gallery" --asset harbor.jpg --auto']
  })
    .addOption(clientOption(cli))
    .requiredOption('--asset <asset>', t('cli.asset.focus.asset'))
    .option('--x <fraction>', t('cli.asset.focus.x'), numberBetween(cli, 0, 1))
    .option('--y <fraction>', t('cli.asset.focus.y'), numberBetween(cli, 0, 1))
    .option('--auto', t('cli.asset.focus.auto'))
    .action(act<FocusOptions>(cli, focus))
}

function notEmptyPaths(cli: Cli): (value: string, before: string[] | undefined) => string[] {
  const check = notEmpty(cli)
  return (value, before) => several(check(value), before)
}

/** `greenroom asset …` */
export function addAssetCommands(program: Command, cli: Cli): void {
  const { t } = cli
  const group = addCommand(program, cli, { name: 'asset', about: 'cli.asset.about', examples: ['asset add --client "North Gallery" photos/'] })
  addCommand(group, cli, {
    name: 'add',
    about: 'cli.asset.add.about',
    examples: ['asset add --client "North Gallery" photos/ poster.png']
  })
    .addOption(clientOption(cli))
    .argument('<path...>', t('cli.asset.add.paths'), notEmptyPaths(cli))
    .action(act<OfClient, [string[]]>(cli, add))
  addAssetListCommand(group, cli)
  addFocusCommand(group, cli)
  addCommand(group, cli, { name: 'trash', about: 'cli.asset.trash.about', examples: ['asset trash --client "North Gallery" harbor.jpg 1f3a9c'] })
    .addOption(clientOption(cli))
    .argument('<asset...>', t('cli.asset.focus.asset'))
    .action(act<OfClient, [string[]]>(cli, trash))
}
