import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'
import { riskyKeys, sheetCrops, sheetTotals, type SheetView } from './contact-sheet.rules'
import { useExportDraft } from './export-draft.store'

type Plan = AppOutputs['renditions']['plan']
const PAUSE = 120

/** The contact sheet: the core's plan for the draft, and what the person marked on it. */
export const useContactSheet = defineStore('contact-sheet', () => {
  const client = useApi()
  const shell = useClientShell()
  const draft = useExportDraft()
  const plan = shallowRef<Plan>()
  const failure = shallowRef<unknown>()
  const loading = ref(false)
  const view = ref<SheetView>('all')
  const flagged = shallowRef<ReadonlySet<string>>(new Set())
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const crops = computed(() => sheetCrops(plan.value?.renditions ?? [], { out: draft.excluded, flagged: flagged.value }))
  const totals = computed(() => sheetTotals(crops.value, plan.value?.totals.estimatedSeconds ?? 0))
  const counts = computed(() => ({
    all: crops.value.filter((crop) => crop.planned.refusal === null).length,
    look: crops.value.filter((crop) => crop.flagged).length,
    out: crops.value.filter((crop) => crop.out && crop.planned.refusal === null).length,
    refused: crops.value.filter((crop) => crop.planned.refusal !== null).length
  }))

  /** What decides the plan; crops that are left out are planned too, so that they can be put back. */
  const asked = computed(() => {
    if (!draft.request) return undefined
    const { clientId, assetIds, placementIds, settings } = draft.request
    return { clientId, assetIds, placementIds, settings }
  })

  /** `fresh` forgets which crops were to be looked at first; else they keep their place while they are mended. */
  async function load(fresh: boolean): Promise<void> {
    const request = asked.value
    turn += 1
    const mine = turn
    if (!request) {
      plan.value = undefined
      loading.value = false
      return
    }
    loading.value = true
    try {
      const answer = await client.renditions.plan(request)
      if (mine !== turn) return
      const risky = riskyKeys(answer.renditions)
      flagged.value = new Set(fresh ? risky : [...flagged.value, ...risky])
      plan.value = answer
      failure.value = undefined
    } catch (error) {
      if (mine === turn) failure.value = error
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  function loadSoon(fresh: boolean): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(fresh), PAUSE)
  }

  watch(
    () => JSON.stringify(asked.value ?? null),
    () => loadSoon(true),
    { immediate: true }
  )
  watch(
    () => shell.currentId,
    () => {
      plan.value = undefined
      flagged.value = new Set()
      view.value = 'all'
    }
  )
  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId
    if (ours && event.tables.some((table) => table.startsWith('asset') || table.includes('crop'))) loadSoon(false)
  })

  return { plan, failure, loading, view, crops, totals, counts, load }
})
