import type { Asset } from '@shared/features/assets/assets.contract'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { followTables, usePagedRows } from '../records'
import { openAssetFilter, queryOf, type AssetFilterState } from './asset-filter.rules'
import { PAGE_SIZE } from './paged-grid.layout'

export interface AssetCounts {
  all: number
  starred: number
  missingAltText: number
  videos: number
  unreadVideos: number
  rights: number
  trashed: number
  tags: { name: string; count: number }[]
}

const OURS = /^(?:asset|rendition$)/
const noCounts: AssetCounts = { all: 0, starred: 0, missingAltText: 0, videos: 0, unreadVideos: 0, rights: 0, trashed: 0, tags: [] }

/** The library as the filter shows it: pages are fetched when they come into view and refreshed when the core says so. */
export const useAssetList = defineStore('asset-list', () => {
  const client = useApi()
  const shell = useClientShell()
  const filter = useRemembered<AssetFilterState>('assets.filter', openAssetFilter)
  const counts = shallowRef<AssetCounts>(noCounts)
  let order: Promise<string[]> | undefined

  const query = computed(() => queryOf(filter.value))
  const paged = usePagedRows({ size: PAGE_SIZE, read: (clientId, part) => client.assets.list({ clientId, ...query.value, ...part }), rowsOf: ({ assets }) => assets })
  const { pages, total, state, failure, rowAt: assetAt, showPages: show } = paged
  const known = computed(() => new Map([...pages.values()].flat().map((asset) => [asset.id, asset])))

  async function refreshCounts(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const answer = await client.assets.counts({ clientId })
    if (clientId === shell.currentId) counts.value = answer
  }

  async function withCounts(reading: Promise<void>): Promise<void> {
    order = undefined
    await Promise.all([reading, refreshCounts().catch(() => undefined)])
  }
  const refresh = (): Promise<void> => withCounts(paged.refresh())
  /** Begins anew: another client or another filter. */
  const reset = (): Promise<void> => withCounts(paged.reset())

  function setFilter(change: Partial<AssetFilterState>): void {
    filter.value = { ...filter.value, ...change }
  }

  /** Ids of everything the filter shows, in order. */
  function allIds(): Promise<string[]> {
    const clientId = shell.currentId
    if (clientId === undefined) return Promise.resolve([])
    order ??= client.assets.listIds({ clientId, ...query.value }).then((answer) => answer.ids)
    return order
  }

  /** Reads everything that the filter shows now, part by part; a filter that changes meanwhile does not mix in. */
  function readerOf(clientId: string) {
    const asked = query.value
    return (part: { offset: number; limit: number }) => client.assets.list({ clientId, ...asked, ...part }).then(({ total: all, assets }) => ({ total: all, rows: assets }))
  }

  /** Puts a row in place at once, ahead of the refresh. */
  function patch(asset: Asset): void {
    for (const [page, rows] of pages) {
      const at = rows.findIndex((row) => row.id === asset.id)
      if (at !== -1) pages.set(page, rows.with(at, asset))
    }
  }

  followTables(OURS, refresh)
  watch(
    () => shell.currentId,
    () => {
      counts.value = noCounts
    }
  )
  watch([() => shell.currentId, () => JSON.stringify(query.value)], () => void reset(), { immediate: true })

  return { filter, setFilter, pages, total, counts, state, failure, known, assetAt, show, readerOf, refresh, reset, allIds, patch }
})
