import { allPlacements, channelCatalog, type NetworkPlacement } from '@shared/channels/catalog'
import type { Network, NetworkId, PlacementKind } from '@shared/channels/catalog.schema'

export interface CatalogFilter {
  search: string
  network: NetworkId | 'all'
  kind: PlacementKind | 'all'
  scope: 'organic' | 'ad' | 'all'
}

export const openFilter: CatalogFilter = { search: '', network: 'all', kind: 'all', scope: 'all' }

export interface CatalogGroup {
  network: Network
  placements: NetworkPlacement[]
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll('×', 'x').toLowerCase()

const haystacks = new Map(
  channelCatalog.channels.flatMap((network) =>
    network.placements.map((placement) => {
      const { id, name, kind, scope, width, height, aspect, formats } = placement
      const words = [id, name, kind, scope, `${width}x${height}`, aspect, ...formats, network.name, ...network.aliases]
      return [id, fold(words.join(' '))] as const
    })
  )
)

/** What the filter leaves, by network in the catalog's order; every word must be found. */
export function filterCatalog(filter: CatalogFilter): CatalogGroup[] {
  const words = fold(filter.search).split(/\s+/).filter(Boolean)
  const kept = allPlacements().filter(
    (placement) =>
      (filter.network === 'all' || placement.network === filter.network) &&
      (filter.kind === 'all' || placement.kind === filter.kind) &&
      (filter.scope === 'all' || placement.scope === filter.scope) &&
      words.every((word) => haystacks.get(placement.id)?.includes(word))
  )
  return channelCatalog.channels
    .map((network) => ({ network, placements: kept.filter((placement) => placement.network === network.id) }))
    .filter((group) => group.placements.length > 0)
}

/** Size of a placement's drawing: all in one scale, so that shapes and sizes compare; very large ones are bounded. */
export function drawnSize(placement: { width: number; height: number }, box: { width: number; height: number }): { width: number; height: number } {
  const largest = 2160
  const scale = Math.min(box.width / Math.max(placement.width, largest * 0.6), box.height / Math.max(placement.height, largest * 0.6))
  return { width: Math.max(6, placement.width * scale), height: Math.max(4, placement.height * scale) }
}
