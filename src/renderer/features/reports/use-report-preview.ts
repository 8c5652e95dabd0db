import type { AppOutputs } from '@shared/contract'
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'

export type ReportPreview = AppOutputs['reports']['preview']

/** Typing has to rest for so long before pages are set. */
const REST = 400
/** Figures come in by many small steps. */
const FIGURES_REST = 1500
/** Tables that a report says something of. */
const ofReports = /^(?:figure|goal|learning|annotation|pillar|campaign|channel|post|variant|asset|ad_|workspace)/

/**
 * The pages of a report as they would print. They are set again when the report or what it is about changed, one look after
 * the other; until the new ones are there the old ones stay.
 */
export function useReportPreview(
  clientId: string,
  reportId: string,
  version: () => string | undefined
): { preview: ShallowRef<ReportPreview | undefined>; failure: ShallowRef<unknown>; busy: Ref<boolean>; draw: () => void } {
  const api = useApi()
  const preview = shallowRef<ReportPreview>()
  const failure = shallowRef<unknown>()
  const busy = ref(false)
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isWanted = false

  async function run(): Promise<void> {
    if (isRunning) {
      isWanted = true
      return
    }
    isRunning = true
    try {
      preview.value = await api.reports.preview({ clientId, reportId }, { signal: leaving.signal })
      failure.value = undefined
    } catch (error) {
      if (!leaving.signal.aborted) failure.value = error
    }
    isRunning = false
    if (isWanted && !leaving.signal.aborted) {
      isWanted = false
      return run()
    }
    busy.value = false
  }

  function drawIn(rest: number): void {
    busy.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void run(), rest)
  }

  watch(version, (now, before) => {
    if (now !== undefined) drawIn(before === undefined ? 0 : REST)
  }, { immediate: true })
  const stop = subscribeEvents((event) => {
    if (version() === undefined) return
    const changed = event.type === 'workspace.changed' && event.clientId === clientId && event.tables.some((table) => ofReports.test(table))
    const agency = event.type === 'settings.changed' && event.key === 'report.agency'
    if (changed || agency || event.type === 'ready') drawIn(FIGURES_REST)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
    leaving.abort()
  })
  return { preview, failure, busy, draw: () => drawIn(0) }
}
