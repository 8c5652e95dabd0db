import { Option, type Command } from 'commander'
import { networkIds, placementKinds, type NetworkId, type PlacementKind } from '../../../../shared/channels/catalog.schema'
import type { AppOutputs } from '../../../../shared/contract'
import type { Answer } from '../answer'
import { act, addCommand, type Cli } from '../command-kit'
import type { Session } from '../session'
import { table } from '../table'

interface PlacementsOptions {
  network?: NetworkId
  kind?: PlacementKind
  images?: boolean
  search?: string
}

type Listed = AppOutputs['channels']['listPlacements']['placements'][number]

function limitOf({ t, formats }: Session, { maxBytes, maxBytesStatus }: Listed): string {
  if (maxBytes === null) return t('cli.none')
  const value = formats.bytes(maxBytes)
  return maxBytesStatus === 'assumed' ? t('cli.assumed', { value }) : value
}

async function list(session: Session, options: PlacementsOptions): Promise<Answer> {
  const { t } = session
  const { network, kind, search, images = false } = options
  const { version, placements } = await (await session.client()).channels.listPlacements({ network, kind, search, images })
  const json = { version, total: placements.length, placements }
  if (placements.length === 0) return { json, lines: [t('cli.placements.empty')] }
  const columns = [
    { heading: t('cli.column.id') },
    { heading: t('cli.column.name'), max: 52 },
    { heading: t('cli.column.kind') },
    { heading: t('cli.column.pixels'), right: true },
    { heading: t('cli.column.limit'), right: true },
    { heading: t('cli.column.formats'), max: 28 }
  ]
  const row = (one: Listed): string[] => [one.id, one.name, one.kind, `${one.width} × ${one.height}`, limitOf(session, one), one.formats.join(' ')]
  return { json, lines: [...table(columns, placements.map(row)), '', t('cli.placements.total', { n: placements.length, version })] }
}

/** `greenroom placements` */
export function addPlacementsCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'placements',
    about: 'cli.placements.about',
    examples: ['placements --network instagram', 'placements --kind story --images']
  })
    .addOption(new Option('--network <network>', t('cli.placements.network')).choices(networkIds))
    .addOption(new Option('--kind <kind>', t('cli.placements.kind')).choices(placementKinds))
    .option('--images', t('cli.placements.images'))
    .option('--search <words>', t('cli.placements.search'))
    .action(act<PlacementsOptions>(cli, list))
}
