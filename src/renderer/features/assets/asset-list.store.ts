import type { Asset } from '@shared/features/assets/assets.contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { openAssetFilter, queryOf, type AssetFilterState } from './asset-filter.rules'
import { PAGE_SIZE, pageOf } from './paged-grid.layout'

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

const REFRESH_PAUSE = 150
const noCounts: AssetCounts = { all: 0, starred: 0, missingAltText: 0, videos: 0, unreadVideos: 0, rights: 0, trashed: 0, tags: [] }

/** The library as the filter shows it: pages are fetched when they come into view and refreshed when the core says so. */
export const useAssetList = defineStore('asset-list', () => {
  const client = useApi()
  const shell = useClientShell()
  const filter = useRemembered<AssetFilterState>('assets.filter', openAssetFilter)
  const pages = shallowReactive(new Map<number, Asset[]>())
  const total = ref(0)
  const counts = shallowRef<AssetCounts>(noCounts)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const wanted = shallowRef<readonly number[]>([0])
  const onTheirWay = new Set<number>()
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let order: Promise<string[]> | undefined

  const query = computed(() => queryOf(filter.value))
  const assetAt = (index: number): Asset | undefined => pages.get(pageOf(index))?.[index % PAGE_SIZE]
  const known = computed(() => new Map([...pages.values()].flat().map((asset) => [asset.id, asset])))

  async function fetchPage(page: number): Promise<void> {
    const clientId = shell.currentId
    const asked = turn
    if (clientId === undefined) return
    onTheirWay.add(page)
    try {
      const answer = await client.assets.list({ clientId, ...query.value, offset: page * PAGE_SIZE, limit: PAGE_SIZE })
      if (asked !== turn) return
      total.value = answer.total
      pages.set(page, answer.assets)
      state.value = 'ready'
    } catch (error) {
      if (asked !== turn) return
      failure.value = error
      state.value = 'failed'
    } finally {
      if (asked === turn) onTheirWay.delete(page)
    }
  }

  /** Says which pages are in view; what is missing is fetched. */
  async function show(inView: readonly number[]): Promise<void> {
    wanted.value = inView.length > 0 ? inView : [0]
    await Promise.all(wanted.value.filter((page) => !pages.has(page) && !onTheirWay.has(page)).map(fetchPage))
  }

  async function refreshCounts(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const answer = await client.assets.counts({ clientId })
    if (clientId === shell.currentId) counts.value = answer
  }

  /** Fetches again what is in view and forgets the rest; what is shown stays until the new rows are there. */
  async function refresh(): Promise<void> {
    turn += 1
    onTheirWay.clear()
    order = undefined
    for (const page of pages.keys()) if (!wanted.value.includes(page)) pages.delete(page)
    await Promise.all([...wanted.value.map(fetchPage), refreshCounts().catch(() => undefined)])
  }

  /** Begins anew: another client or another filter. */
  async function reset(): Promise<void> {
    pages.clear()
    total.value = 0
    state.value = 'loading'
    wanted.value = [0]
    await refresh()
  }

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

  /** Puts a row in place at once, ahead of the refresh. */
  function patch(asset: Asset): void {
    for (const [page, rows] of pages) {
      const at = rows.findIndex((row) => row.id === asset.id)
      if (at !== -1) pages.set(page, rows.with(at, asset))
    }
  }

  /** Many changes at once, as while files come in, make one refresh. */
  function refreshSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      void refresh()
    }, REFRESH_PAUSE)
  }

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId
    if (event.type === 'ready' || (ours && event.tables.some((table) => table.startsWith('asset') || table === 'rendition'))) refreshSoon()
  })
  watch(
    () => shell.currentId,
    () => {
      counts.value = noCounts
    }
  )
  watch([() => shell.currentId, () => JSON.stringify(query.value)], () => void reset(), { immediate: true })

  return { filter, setFilter, pages, total, counts, state, failure, known, assetAt, show, refresh, reset, allIds, patch }
})
