import type { FractionRect, Point } from '@shared/channels/crop'
import type { AppOutputs } from '@shared/contract'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'
import { useFraming } from '../renditions'
import { useAssetList } from './asset-list.store'

export type AssetDetail = AppOutputs['assets']['get']

/** Where an asset stands in the library as it is filtered, and what comes before and after it. */
function useNeighbors(assetId: () => string) {
  const list = useAssetList()
  const order = shallowRef<readonly string[]>([])
  const place = computed(() => order.value.indexOf(assetId()))

  async function load(): Promise<void> {
    order.value = await list.allIds().catch(() => [])
  }
  void load()

  return {
    load,
    place,
    total: computed(() => order.value.length),
    previous: computed(() => order.value[place.value - 1]),
    next: computed(() => (place.value < 0 ? undefined : order.value[place.value + 1]))
  }
}

/** One asset with its crops, kept current, with what the hand is changing ahead of what is stored. */
export function useAssetDetail(assetId: () => string) {
  const client = useApi()
  const shell = useClientShell()
  const framing = useFraming()
  const neighbors = useNeighbors(assetId)
  const detail = shallowRef<AssetDetail>()
  const failure = shallowRef<unknown>()
  const liveFocal = shallowRef<Point | null>(null)
  const liveCrop = shallowRef<{ placementId: string; rect: FractionRect } | null>(null)

  const focal = computed<Point>(() => liveFocal.value ?? detail.value?.focal ?? { x: 0.5, y: 0.5 })

  /** The crop set by hand for a placement, as the hand has it now. */
  function cropFor(placementId: string): FractionRect | null {
    if (liveCrop.value?.placementId === placementId) return liveCrop.value.rect
    return detail.value?.crops.find((crop) => crop.placementId === placementId)?.rect ?? null
  }

  async function load(): Promise<void> {
    const asked = assetId()
    const clientId = shell.currentId
    if (clientId === undefined) return
    try {
      const answer = await client.assets.get({ clientId, assetId: asked })
      if (asked !== assetId()) return
      detail.value = answer
      failure.value = undefined
    } catch (error) {
      if (asked === assetId()) failure.value = error
    }
  }

  async function setFocal(point: Point | null): Promise<void> {
    liveFocal.value = point
    await framing.setFocal(assetId(), point)
    await load()
    liveFocal.value = null
  }

  async function setCrop(placementId: string, rect: FractionRect | null): Promise<void> {
    liveCrop.value = rect ? { placementId, rect } : null
    await framing.setCrop(assetId(), placementId, rect)
    await load()
    liveCrop.value = null
  }

  watch(
    assetId,
    () => {
      liveFocal.value = null
      liveCrop.value = null
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready' || (event.type === 'workspace.changed' && event.clientId === shell.currentId)) {
        void load()
        void neighbors.load()
      }
    })
  )

  return { detail, failure, focal, liveFocal, liveCrop, ...neighbors, cropFor, setFocal, setCrop }
}
