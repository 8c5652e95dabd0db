import facts from './catalog.json' with { type: 'json' }
import type { ChannelCatalog, Network, NetworkId, Placement } from './catalog.schema'

/** A placement together with the network it belongs to. */
export type NetworkPlacement = Placement & { network: NetworkId }

/** The rule pack as shipped. A test parses it with `channelCatalogSchema`, so the cast holds. */
export const channelCatalog = facts as unknown as ChannelCatalog

const placementsById: ReadonlyMap<string, NetworkPlacement> = new Map(
  channelCatalog.channels.flatMap((network) =>
    network.placements.map((placement) => [placement.id, { ...placement, network: network.id }] as const)
  )
)

export function allPlacements(): NetworkPlacement[] {
  return [...placementsById.values()]
}

export function findPlacement(id: string): NetworkPlacement | undefined {
  return placementsById.get(id)
}

export function findNetwork(id: string): Network | undefined {
  return channelCatalog.channels.find((network) => network.id === id)
}
