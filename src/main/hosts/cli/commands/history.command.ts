import type { Command } from 'commander'
import type { HistoryStep } from '../../../../shared/features/history/history.contract'
import { stepSentence } from '../../../../shared/features/history/step-sentence'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, numberBetween, type Cli, type OfClient } from '../command-kit'
import { findClient } from '../find-client'
import type { Session } from '../session'
import { table } from '../table'

async function scopeOf(session: Session, client: string | undefined): Promise<{ clientId: string | null }> {
  return { clientId: client === undefined ? null : (await findClient(session, client)).id }
}

async function undo(session: Session, options: Partial<OfClient>): Promise<Answer> {
  const step = await (await session.client()).history.undo(await scopeOf(session, options.client))
  return { json: { step }, lines: [session.t('cli.undo.done', { what: stepSentence(session.t, step) })] }
}

async function redo(session: Session, options: Partial<OfClient>): Promise<Answer> {
  const step = await (await session.client()).history.redo(await scopeOf(session, options.client))
  return { json: { step }, lines: [session.t('cli.redo.done', { what: stepSentence(session.t, step) })] }
}

async function history(session: Session, options: OfClient & { limit: number }): Promise<Answer> {
  const { t, formats } = session
  const { id: clientId } = await findClient(session, options.client)
  const page = await (await session.client()).history.list({ clientId, limit: options.limit })
  if (page.steps.length === 0) return { json: page, lines: [t('cli.history.empty')] }
  const columns = [{ heading: t('cli.column.when') }, { heading: t('cli.column.what'), max: 72 }, { heading: t('cli.column.state') }]
  const row = (step: HistoryStep): string[] => [
    formats.dateTime(step.at),
    stepSentence(t, step),
    step.undone ? t('cli.history.undone') : ''
  ]
  return { json: page, lines: table(columns, page.steps.map(row)) }
}

/** `greenroom undo`, `redo` and `history` */
export function addHistoryCommands(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, { name: 'undo', about: 'cli.undo.about', examples: ['undo --client "North Gallery"'] })
    .option('-c, --client <client>', t('cli.option.client'))
    .action(act<Partial<OfClient>>(cli, undo))
  addCommand(program, cli, { name: 'redo', about: 'cli.redo.about', examples: ['redo --client "North Gallery"'] })
    .option('-c, --client <client>', t('cli.option.client'))
    .action(act<Partial<OfClient>>(cli, redo))
  addCommand(program, cli, { name: 'history', about: 'cli.history.about', examples: ['history --client "North Gallery" --limit 20'] })
    .addOption(clientOption(cli))
    .option('--limit <number>', t('cli.option.limit'), numberBetween(cli, 1, 1000, true), 50)
    .action(act<OfClient & { limit: number }>(cli, history))
}
