import type { Command } from 'commander'
import type { Asset } from '../../../../shared/features/assets/assets.contract'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, type Cli, type OfClient } from '../command-kit'
import { allAssets, SHORT_SHA, type AssetFilter } from '../find-asset'
import { findClient } from '../find-client'
import type { Session } from '../session'
import { table } from '../table'

interface ListOptions extends OfClient, Omit<AssetFilter, 'missingAltText'> {
  missingAlt?: boolean
}

function rowsOf(session: Session, assets: readonly Asset[]): string[] {
  const { t, formats } = session
  const columns = [
    { heading: t('cli.column.sha') },
    { heading: t('cli.column.file'), max: 40 },
    { heading: t('cli.column.pixels'), right: true },
    { heading: t('cli.column.bytes'), right: true },
    { heading: t('cli.column.altText') },
    { heading: t('cli.column.title'), max: 60 }
  ]
  const row = (asset: Asset): string[] => [
    asset.sha256.slice(0, SHORT_SHA),
    asset.fileName,
    `${asset.width} × ${asset.height}`,
    formats.bytes(asset.bytes),
    t(asset.altText ? 'cli.yes' : 'cli.no'),
    asset.title
  ]
  return table(columns, assets.map(row))
}

async function list(session: Session, options: ListOptions): Promise<Answer> {
  const { id } = await findClient(session, options.client)
  const { search, tag, starred, trashed, missingAlt } = options
  const assets = await allAssets(session, id, { search, tag, starred, trashed, missingAltText: missingAlt })
  const json = { total: assets.length, assets }
  if (assets.length === 0) return { json, lines: [session.t('cli.asset.list.empty')] }
  return { json, lines: [...rowsOf(session, assets), '', session.t('cli.asset.list.total', { n: assets.length })] }
}

/** `greenroom asset list` */
export function addAssetListCommand(group: Command, cli: Cli): void {
  const { t } = cli
  addCommand(group, cli, {
    name: 'list',
    about: 'cli.asset.list.about',
    examples: ['asset list --client "North Gallery"', 'asset list --client "North Gallery" --search harbor --missing-alt']
  })
    .addOption(clientOption(cli))
    .option('--search <words>', t('cli.asset.list.search'))
    .option('--tag <tag>', t('cli.asset.list.tag'))
    .option('--starred', t('cli.asset.list.starred'))
    .option('--missing-alt', t('cli.asset.list.missingAlt'))
    .option('--trashed', t('cli.asset.list.trashed'))
    .action(act<ListOptions>(cli, list))
}
