import { changeReport } from '@shared/features/reports/change-report'
import type { Report, ReportChange } from '@shared/features/reports/reports.schema'
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useApi } from '../../api'
import { useClientData, useWrites } from '../records'

export interface ReportEditor {
  clientId: string
  /** As it will be once everything is saved. */
  report: ComputedRef<Report | undefined>
  /** As it is stored: pages are drawn of it. */
  stored: ShallowRef<Report | undefined>
  loadFailure: ShallowRef<unknown>
  failure: ShallowRef<unknown>
  readOnly: ComputedRef<boolean>
  reload: () => Promise<void>
  change: (change: ReportChange) => void
}

/**
 * One report while it is edited. Changes are shown at once, and saved one after the other in their order, so that none takes
 * back the one before it.
 */
export function useReportEditor(clientId: string, reportId: string): ReportEditor {
  const api = useApi()
  const { failure, readOnly: isArchived, write } = useWrites()
  const { data: stored, failure: loadFailure, reload } = useClientData(['report', 'report_file'], () => api.reports.get({ clientId, reportId }))
  const ahead = shallowRef<Report>()
  const report = computed(() => ahead.value ?? stored.value)
  const readOnly = computed(() => isArchived.value || report.value?.frozenAt !== null || report.value.trashedAt !== null)
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  async function send(change: ReportChange): Promise<void> {
    const saved = await write(() => api.reports.update({ clientId, reportId, change }))
    waiting -= 1
    if (waiting > 0) return
    if (saved) stored.value = saved
    else await reload()
    // Something may have been changed while it was read again.
    if (waiting === 0) ahead.value = undefined
  }

  function change(wanted: ReportChange): void {
    if (!report.value || readOnly.value) return
    try {
      ahead.value = changeReport(report.value, wanted)
    } catch (error) {
      failure.value = error
      return
    }
    waiting += 1
    last = last.then(() => send(wanted))
  }

  return { clientId, report, stored, loadFailure, failure, readOnly, reload, change }
}
