import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { shallowReactive, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

export type AssetCard = AppOutputs['assets']['get']

const AT_ONCE = 6

/** Pictures that exports are made of, fetched when a screen first shows them and kept current. */
export const useAssetCards = defineStore('asset-cards', () => {
  const client = useApi()
  const shell = useClientShell()
  const cards = shallowReactive(new Map<string, AssetCard>())
  const asked = new Set<string>()
  const queue: string[] = []
  let running = 0

  async function fetchOne(assetId: string): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const answer = await client.assets.get({ clientId, assetId }).catch(() => undefined)
    if (answer && clientId === shell.currentId) cards.set(assetId, answer)
  }

  async function work(): Promise<void> {
    running += 1
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await fetchOne(next)
    running -= 1
  }

  /** Asks for what is not known yet. */
  function ensure(ids: Iterable<string>): void {
    for (const id of ids) {
      if (asked.has(id)) continue
      asked.add(id)
      queue.push(id)
      if (running < AT_ONCE) void work()
    }
  }

  const put = (assetId: string, change: Partial<AssetCard>): void => {
    const card = cards.get(assetId)
    if (card) cards.set(assetId, { ...card, ...change })
  }

  function refresh(): void {
    const known = [...cards.keys()]
    asked.clear()
    ensure(known)
  }

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId
    if (ours && event.tables.some((table) => table.startsWith('asset') || table.includes('crop'))) refresh()
  })
  watch(
    () => shell.currentId,
    () => {
      cards.clear()
      asked.clear()
      queue.length = 0
    }
  )

  return { cards, ensure, put, refresh, fetchOne }
})
