import { Option, type Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import { weekStart, type ClientSummary } from '../../../../shared/features/clients/clients.contract'
import type { MessageKey } from '../../../../shared/i18n'
import { resolve } from 'node:path'
import type { Answer } from '../answer'
import { act, addCommand, several, type Cli } from '../command-kit'
import { findClient, findRemovedClient } from '../find-client'
import type { Session } from '../session'
import { table } from '../table'

const said = (session: Session, key: MessageKey, client: ClientSummary): Answer => ({
  json: { client },
  lines: [session.t(key, { name: client.name, id: client.id })]
})

interface AddOptions {
  zone?: string
  language?: string[]
  color?: string
  weekStart?: ClientSummary['weekStart']
}

async function add(session: Session, options: AddOptions, name: string): Promise<Answer> {
  const client = await session.client()
  const { zone, language: languages, color, weekStart: week } = options
  return said(session, 'cli.client.added', await client.clients.create({ name, zone, languages, color, weekStart: week }))
}

async function list(session: Session): Promise<Answer> {
  const { clients } = await (await session.client()).clients.list({})
  if (clients.length === 0) return { json: { clients }, lines: [session.t('cli.client.list.empty')] }
  const heading = (key: MessageKey) => ({ heading: session.t(key), max: 48 })
  const rows = clients.map((one) => [
    one.name,
    session.t(one.archivedAt ? 'cli.state.archived' : 'cli.state.active'),
    one.zone,
    one.languages.join(', '),
    one.id
  ])
  const columns = (['cli.column.name', 'cli.column.state', 'cli.column.zone', 'cli.column.languages', 'cli.column.id'] as const).map(heading)
  return { json: { clients }, lines: table(columns, rows) }
}

async function rename(session: Session, _: object, given: string, name: string): Promise<Answer> {
  const before = await findClient(session, given)
  const after = await (await session.client()).clients.update({ clientId: before.id, name })
  return { json: { client: after }, lines: [session.t('cli.client.renamed', { from: before.name, name: after.name })] }
}

async function archive(session: Session, _: object, given: string): Promise<Answer> {
  const { id: clientId } = await findClient(session, given)
  return said(session, 'cli.client.archived', await (await session.client()).clients.archive({ clientId }))
}

async function restore(session: Session, _: object, given: string): Promise<Answer> {
  const { id: clientId } = await findClient(session, given)
  return said(session, 'cli.client.restored', await (await session.client()).clients.restore({ clientId }))
}

async function remove(session: Session, options: { confirm?: string }, given: string): Promise<Answer> {
  const { id: clientId, name } = await findClient(session, given)
  if (options.confirm === undefined) throw new AppError('validation.confirm-name', { name })
  await (await session.client()).clients.remove({ clientId, confirmName: options.confirm })
  return { json: { removed: { id: clientId, name } }, lines: [session.t('cli.client.removed', { name, id: clientId })] }
}

async function listRemoved(session: Session): Promise<Answer> {
  const { clients } = await (await session.client()).clients.listRemoved()
  if (clients.length === 0) return { json: { clients }, lines: [session.t('cli.client.recover.empty')] }
  const columns = (['cli.column.name', 'cli.column.removed', 'cli.column.purge', 'cli.column.id'] as const).map((key) => ({
    heading: session.t(key),
    max: 48
  }))
  const { date } = session.formats
  return { json: { clients }, lines: table(columns, clients.map((one) => [one.name, date(one.removedAt), date(one.purgeAt), one.id])) }
}

async function recover(session: Session, _: object, given: string | undefined): Promise<Answer> {
  if (given === undefined) return listRemoved(session)
  const { id: clientId } = await findRemovedClient(session, given)
  return said(session, 'cli.client.recovered', await (await session.client()).clients.recover({ clientId }))
}

async function open(session: Session, _: object, path: string): Promise<Answer> {
  const core = await session.core()
  const token = core.registerPath(resolve(session.cwd, path))
  return said(session, 'cli.client.opened', await core.client.clients.adopt({ token }))
}

function addAdd(group: Command, cli: Cli): void {
  const { t } = cli
  addCommand(group, cli, {
    name: 'add',
    about: 'cli.client.add.about',
    examples: ['client add "North Gallery" --zone Europe/Oslo --language nb --language en']
  })
    .argument('<name>', t('cli.client.add.name'))
    .option('--zone <zone>', t('cli.client.add.zone'))
    .option('--language <tag>', t('cli.client.add.language'), several)
    .option('--color <color>', t('cli.client.add.color'))
    .addOption(new Option('--week-start <day>', t('cli.client.add.weekStart')).choices(weekStart.options))
    .action(act<AddOptions, [string]>(cli, add))
}

/** `greenroom client …` */
export function addClientCommands(program: Command, cli: Cli): void {
  const { t } = cli
  const group = addCommand(program, cli, { name: 'client', about: 'cli.client.about', examples: ['client add "North Gallery"', 'client list'] })
  addAdd(group, cli)
  addCommand(group, cli, { name: 'list', about: 'cli.client.list.about', examples: ['client list', 'client list --json'] }).action(act(cli, list))
  addCommand(group, cli, { name: 'rename', about: 'cli.client.rename.about', examples: ['client rename "North Gallery" "Gallery North"'] })
    .argument('<client>', t('cli.option.client'))
    .argument('<name>', t('cli.client.rename.to'))
    .action(act<object, [string, string]>(cli, rename))
  addCommand(group, cli, { name: 'archive', about: 'cli.client.archive.about', examples: ['client archive "North Gallery"'] })
    .argument('<client>', t('cli.option.client'))
    .action(act<object, [string]>(cli, archive))
  addCommand(group, cli, { name: 'restore', about: 'cli.client.restore.about', examples: ['client restore "North Gallery"'] })
    .argument('<client>', t('cli.option.client'))
    .action(act<object, [string]>(cli, restore))
  addCommand(group, cli, { name: 'remove', about: 'cli.client.remove.about', examples: ['client remove "North Gallery" --confirm "North Gallery"'] })
    .argument('<client>', t('cli.option.client'))
    .option('--confirm <name>', t('cli.client.remove.confirm'))
    .action(act<{ confirm?: string }, [string]>(cli, remove))
  addCommand(group, cli, { name: 'recover', about: 'cli.client.recover.about', examples: ['client recover', 'client recover "North Gallery"'] })
    .argument('[client]', t('cli.option.client'))
    .action(act<object, [string | undefined]>(cli, recover))
  addCommand(group, cli, { name: 'open', about: 'cli.client.open.about', examples: ['client open /media/usb/north-gallery'] })
    .argument('<path>', t('cli.client.open.path'))
    .action(act<object, [string]>(cli, open))
}
