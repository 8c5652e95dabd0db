import type { PostFilter } from '@shared/features/posts/posts.contract'
import type { VariantStatus } from '@shared/features/posts/posts.schema'

/** What narrows the calendar and the list of posts alike. */
export interface PostFilterState {
  search: string
  channelIds: string[]
  statuses: VariantStatus[]
  pillarIds: string[]
  campaignIds: string[]
  labels: string[]
}

export const openPostFilter: PostFilterState = { search: '', channelIds: [], statuses: [], pillarIds: [], campaignIds: [], labels: [] }

type FilterQuery = Pick<PostFilter, 'search' | 'channelIds' | 'statuses' | 'pillarIds' | 'campaignIds' | 'labels'>

/** The filter as the core takes it: what is empty narrows nothing and is left away. */
export function queryOf(filter: PostFilterState): FilterQuery {
  const lists = { channelIds: filter.channelIds, statuses: filter.statuses, pillarIds: filter.pillarIds, campaignIds: filter.campaignIds, labels: filter.labels }
  const set = Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)) as FilterQuery
  const search = filter.search.trim()
  return search === '' ? set : { ...set, search }
}

export const isFiltered = (filter: PostFilterState): boolean => Object.keys(queryOf(filter)).length > 0

/** A filter that was saved, as the chips hold it. */
export const filterFrom = (saved: PostFilter): PostFilterState => ({
  search: saved.search ?? '',
  channelIds: saved.channelIds ?? [],
  statuses: saved.statuses ?? [],
  pillarIds: saved.pillarIds ?? [],
  campaignIds: saved.campaignIds ?? [],
  labels: saved.labels ?? []
})

type ListKey = 'channelIds' | 'statuses' | 'pillarIds' | 'campaignIds' | 'labels'

/** Puts a value in, or takes it out. */
export function toggled(filter: PostFilterState, key: ListKey, value: string): PostFilterState {
  const list: readonly string[] = filter[key]
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  return { ...filter, [key]: next }
}
