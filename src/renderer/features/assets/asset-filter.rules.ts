import type { AppInputs } from '@shared/contract'

export type AssetSortKey = 'added' | 'name' | 'size'

/** What narrows and orders the library, as it is remembered. */
export interface AssetFilterState {
  search: string
  tag: string | null
  starred: boolean
  missingAltText: boolean
  /** As remembered before these were there, they are left out. */
  video?: boolean
  rights?: boolean
  trashed: boolean
  sort: AssetSortKey
  descending: boolean
}

export const openAssetFilter: AssetFilterState = {
  search: '',
  tag: null,
  starred: false,
  missingAltText: false,
  trashed: false,
  sort: 'added',
  descending: true
}

type ListQuery = Omit<AppInputs['assets']['listIds'], 'clientId'>

/** The filter as the core is asked. The trash shows all it holds. */
export function queryOf(filter: AssetFilterState): ListQuery {
  const order = { sort: filter.sort, descending: filter.descending }
  const search = filter.search.trim() === '' ? {} : { search: filter.search.trim() }
  if (filter.trashed) return { trashed: true, ...search, ...order }
  return {
    trashed: false,
    ...search,
    ...(filter.tag === null ? {} : { tag: filter.tag }),
    ...(filter.starred ? { starred: true } : {}),
    ...(filter.missingAltText ? { missingAltText: true } : {}),
    ...(filter.video ? { video: true } : {}),
    ...(filter.rights ? { rights: true } : {}),
    ...order
  }
}

/** True when the filter hides anything that is not in the trash. */
export const isNarrowed = (filter: AssetFilterState): boolean =>
  filter.search.trim() !== '' || filter.tag !== null || filter.starred || filter.missingAltText || filter.video === true || filter.rights === true

/** Names are read from A on; dates and sizes with the newest and largest first. */
export const naturalDescending = (sort: AssetSortKey): boolean => sort !== 'name'
