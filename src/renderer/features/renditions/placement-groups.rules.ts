import { channelCatalog, type NetworkPlacement } from '@shared/channels/catalog'
import type { NetworkId, PlacementKind } from '@shared/channels/catalog.schema'
import { isImagePlacement } from '@shared/media/settings'

/** What narrows the list of placements. */
export interface PlacementFilter {
  search: string
  kind: PlacementKind | 'all'
  scope: 'organic' | 'ad' | 'all'
  chosenOnly: boolean
}

export const openFilter: PlacementFilter = { search: '', kind: 'all', scope: 'organic', chosenOnly: false }

export interface PlacementGroup {
  network: NetworkId
  name: string
  placements: NetworkPlacement[]
}

const fold = (text: string): string => text.normalize('NFKD').toLowerCase()

function haystack(placement: NetworkPlacement, names: readonly string[]): string {
  return fold([placement.name, placement.id, placement.kind, placement.aspect, `${placement.width}x${placement.height}`, ...names].join(' '))
}

/** Placements that an image can fill, by network, as the filter wants them; networks with none are left out. */
export function placementGroups(filter: PlacementFilter, chosen: ReadonlySet<string>): PlacementGroup[] {
  const words = fold(filter.search.replaceAll('×', 'x')).split(/\s+/u).filter(Boolean)
  const groups = channelCatalog.channels.map((network) => ({
    network: network.id,
    name: network.name,
    placements: network.placements
      .map((placement) => ({ ...placement, network: network.id }))
      .filter(isImagePlacement)
      .filter((placement) => filter.scope === 'all' || placement.scope === filter.scope || (filter.chosenOnly && chosen.has(placement.id)))
      .filter((placement) => filter.kind === 'all' || placement.kind === filter.kind)
      .filter((placement) => !filter.chosenOnly || chosen.has(placement.id))
      .filter((placement) => {
        const text = haystack(placement, [network.name, ...network.aliases])
        return words.every((word) => text.includes(word))
      })
  }))
  return groups.filter((group) => group.placements.length > 0)
}

/** Kinds that an image can fill, in the catalog's order. */
export const imageKinds: readonly PlacementKind[] = ['image', 'carousel', 'story', 'thumbnail', 'profile', 'cover', 'ad', 'video'].filter(
  (kind): kind is PlacementKind =>
    channelCatalog.channels.some((network) => network.placements.some((placement) => placement.kind === kind && isImagePlacement(placement)))
)

/** A first choice that serves most clients: one feed picture of each large network and a story. */
export const suggestedPlacements: readonly string[] = ['ig-feed-4x5', 'fb-post-square', 'li-post-landscape', 'x-post-landscape', 'pin-standard', 'sn-story-image']

/** Keeps the ids that the catalog still has and an image can fill, in the catalog's order. */
export function knownPlacements(ids: readonly string[]): string[] {
  const wanted = new Set(ids)
  return channelCatalog.channels.flatMap((network) =>
    network.placements.filter((placement) => wanted.has(placement.id) && isImagePlacement(placement)).map((placement) => placement.id)
  )
}
