import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import { DEFAULT_TEMPLATE } from '../default-template'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, notEmpty, several, type Cli, type OfClient } from '../command-kit'
import { exportAnswer } from '../export-report'
import { planAnswer } from '../export-plan'
import { allAssets, findAssets } from '../find-asset'
import { findClient } from '../find-client'
import { followJob } from '../follow-job'
import { matchPlacements } from '../match-placements'
import { addRenderOptions, renderSettings, type RenderOptions } from '../render-options'
import type { Session } from '../session'

interface ExportOptions extends OfClient, RenderOptions {
  all?: boolean
  asset?: string[]
  placement: string[]
  out?: string
  name?: string
  dryRun?: boolean
}

type Destination = NonNullable<AppInputs['renditions']['export']['destination']>

async function assetIdsOf(session: Session, clientId: string, { all, asset }: ExportOptions): Promise<string[]> {
  if ((all === true) === (asset !== undefined)) {
    throw new AppError('validation.input', { issues: [{ path: '', message: session.t('cli.export.which') }] })
  }
  const assets = asset ? await findAssets(session, clientId, asset) : await allAssets(session, clientId)
  if (assets.length === 0) throw new AppError('validation.nothing-selected')
  return assets.map((one) => one.id)
}

async function placementIdsOf(session: Session, given: readonly string[]): Promise<string[]> {
  const { placements } = await (await session.client()).channels.listPlacements({ images: false })
  const ids = matchPlacements(given, placements)
  if (ids.length === 0) throw new AppError('validation.nothing-selected')
  return ids
}

/** The folder to write to as the app takes it, which makes it when it is missing. */
export async function destinationOf(session: Session, out: string | undefined): Promise<Destination> {
  if (out === undefined) return { kind: 'default' }
  return { kind: 'folder', token: (await session.core()).registerPath(resolve(session.cwd, out)) }
}

async function run(session: Session, options: ExportOptions): Promise<Answer> {
  const { id: clientId } = await findClient(session, options.client)
  const placementIds = await placementIdsOf(session, options.placement)
  const assetIds = await assetIdsOf(session, clientId, options)
  const settings = { render: renderSettings(options), template: options.name ?? DEFAULT_TEMPLATE }
  const client = await session.client()
  const order = { clientId, assetIds, placementIds, settings }
  if (options.dryRun === true) return planAnswer(session, await client.renditions.plan(order))
  const destination = await destinationOf(session, options.out)
  const { jobId } = await client.renditions.export({ ...order, destination })
  const job = await followJob(session, clientId, jobId)
  return exportAnswer(session, job)
}

/** `greenroom export` */
export function addExportCommand(program: Command, cli: Cli): void {
  const { t } = cli
  const command = addCommand(program, cli, {
    name: 'export',
    about: 'cli.export.about',
    examples: [
      'export --client "North Gallery" --all --placement ig-feed-4x5,pin-standard --out sizes',
      'export --client "North Gallery" --asset harbor.jpg --placement network:instagram --fit contain --pad blur --dry-run'
    ]
  })
    .addOption(clientOption(cli))
    .option('--all', t('cli.export.all'))
    .option('--asset <asset>', t('cli.export.asset'), several)
    .requiredOption('--placement <placements>', t('cli.export.placement'), several)
    .option('--out <folder>', t('cli.export.out'), notEmpty(cli))
    .option('--name <template>', t('cli.export.name'))
    .option('--dry-run', t('cli.export.dryRun'))
  addRenderOptions(command, cli).action(act<ExportOptions>(cli, run))
}
