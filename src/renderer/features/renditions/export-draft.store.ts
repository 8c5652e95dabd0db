import type { ExportSettings } from '@shared/features/renditions/renditions.contract'
import type { RenderSettings } from '@shared/media/settings'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { cropKey, excludedPairs, newDraft, wholeDraft, type ExportDraft } from './export-draft.rules'

/** A folder the person picked; it lives as long as the app does. */
export interface PickedFolder {
  token: string
  label: string
}

/** The export being put together: pictures, placements, settings. Remembered for each client, also after a restart. */
export const useExportDraft = defineStore('export-draft', () => {
  const client = useApi()
  const shell = useClientShell()
  const stored = useRemembered<ExportDraft>('exports.draft', newDraft)
  const draft = computed(() => wholeDraft(stored.value))
  const folder = shallowRef<PickedFolder | null>(null)
  const libraryIds = shallowRef<readonly string[]>([])
  const libraryKnown = ref(false)

  const change = (part: Partial<ExportDraft>): void => {
    stored.value = { ...draft.value, ...part }
  }
  const placementIds = computed({ get: () => draft.value.placementIds, set: (next: string[]) => change({ placementIds: next }) })
  const settings = computed(() => draft.value.settings)
  const excluded = computed(() => new Set(draft.value.excluded))
  /** Chosen pictures that are still in the library, else all of it. */
  const assetIds = computed<string[]>(() => {
    const { pictures } = draft.value
    if (pictures.kind === 'all') return [...libraryIds.value]
    const listed = new Set(libraryIds.value)
    return libraryKnown.value ? pictures.ids.filter((id) => listed.has(id)) : pictures.ids
  })

  const choosePictures = (ids: readonly string[]): void => change({ pictures: { kind: 'chosen', ids: [...ids] }, excluded: [] })
  const chooseAll = (): void => change({ pictures: { kind: 'all' }, excluded: [] })
  const setRender = (part: Partial<RenderSettings>): void => change({ settings: { ...settings.value, render: { ...settings.value.render, ...part } } })
  const setTemplate = (template: string): void => change({ settings: { ...settings.value, template } })
  const apply = (placements: string[], from: ExportSettings): void => change({ placementIds: placements, settings: from })

  function setExcluded(assetId: string, placementId: string, out: boolean): void {
    const keys = new Set(draft.value.excluded)
    const key = cropKey(assetId, placementId)
    if (out) keys.add(key)
    else keys.delete(key)
    change({ excluded: [...keys] })
  }

  async function refreshLibrary(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const { ids } = await client.assets.listIds({ clientId, trashed: false, sort: 'added', descending: true })
    if (clientId !== shell.currentId) return
    libraryIds.value = ids
    libraryKnown.value = true
  }

  /** What an export and its contact sheet are asked with; undefined while nothing is chosen. */
  const request = computed(() => {
    const clientId = shell.currentId
    if (clientId === undefined || assetIds.value.length === 0 || placementIds.value.length === 0) return undefined
    const pictures = new Set(assetIds.value)
    const exclude = excludedPairs(draft.value.excluded).filter((pair) => pictures.has(pair.assetId) && placementIds.value.includes(pair.placementId))
    return { clientId, assetIds: assetIds.value, placementIds: placementIds.value, settings: settings.value, exclude }
  })

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.includes('asset')
    if (ours || event.type === 'ready') void refreshLibrary().catch(() => undefined)
  })
  watch(
    () => shell.currentId,
    () => {
      libraryKnown.value = false
      libraryIds.value = []
      folder.value = null
      void refreshLibrary().catch(() => undefined)
    },
    { immediate: true }
  )

  return { draft, placementIds, settings, excluded, assetIds, libraryIds, libraryKnown, folder, request, choosePictures, chooseAll, setRender, setTemplate, apply, setExcluded, refreshLibrary }
})
