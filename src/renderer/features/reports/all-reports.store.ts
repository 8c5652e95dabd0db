import type { AppInputs, AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import type { ReportFormat, ReportLanguage } from '@shared/features/reports/reports.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { isOver, type MadeReport } from './use-made-reports'

export type ClientGaps = AppOutputs['reports']['gapsOfAll']['clients'][number]
type Run = AppOutputs['reports']['makeAll']['runs'][number]
export interface ClientRun extends Run {
  job: JobSummary | undefined
  made: MadeReport | undefined
}

/** Reports of a month for all clients: what each lacks, and what became of each. Stays while other screens are shown. */
export const useAllReports = defineStore('reports-all', () => {
  const api = useApi()
  const month = ref('')
  const clients = shallowRef<readonly ClientGaps[]>()
  const leftOut = ref<readonly string[]>([])
  const runs = shallowRef<ReadonlyMap<string, ClientRun>>(new Map())
  const failure = shallowRef<unknown>()
  const isLooking = ref(false)
  const isStarting = ref(false)
  const chosen = computed(() => (clients.value ?? []).filter(({ clientId, error }) => error === null && !leftOut.value.includes(clientId)))
  const isBusy = computed(() => isStarting.value || [...runs.value.values()].some(({ job, error }) => error === null && (job === undefined || !isOver(job))))
  let turn = 0

  async function look(of: string): Promise<void> {
    turn += 1
    const asked = turn
    if (of !== month.value) {
      clients.value = undefined
      runs.value = new Map()
    }
    month.value = of
    isLooking.value = true
    try {
      const found = await api.reports.gapsOfAll({ month: of })
      if (asked !== turn) return
      clients.value = found.clients
      failure.value = undefined
    } catch (error) {
      if (asked === turn) failure.value = error
    }
    if (asked === turn) isLooking.value = false
  }

  function put(clientId: string, change: Partial<ClientRun>): void {
    const run = runs.value.get(clientId)
    if (run) runs.value = new Map(runs.value).set(clientId, { ...run, ...change })
  }
  async function follow(job: JobSummary): Promise<void> {
    const run = runs.value.get(job.clientId)
    if (!run || run.jobId !== job.id) return
    put(job.clientId, { job })
    if (!isOver(job)) return
    try {
      put(job.clientId, { made: await api.reports.made({ clientId: job.clientId, jobId: job.id }) })
    } catch (error) {
      failure.value = error
    }
  }

  async function make(formats: ReportFormat[], language: ReportLanguage | null, destination: AppInputs['reports']['makeAll']['destination']): Promise<void> {
    const clientIds = chosen.value.map(({ clientId }) => clientId)
    if (clientIds.length === 0 || isBusy.value) return
    isStarting.value = true
    try {
      const started = await api.reports.makeAll({ clientIds, month: month.value, formats, language, destination })
      runs.value = new Map(started.runs.map((run) => [run.clientId, { ...run, job: undefined, made: undefined }]))
      failure.value = undefined
      // A job may have ended before its line was there.
      await Promise.all(started.runs.map(async ({ clientId, jobId }) => jobId && follow(await api.jobs.get({ clientId, jobId }))))
    } catch (error) {
      failure.value = error
    }
    isStarting.value = false
  }
  async function cancel(clientId: string): Promise<void> {
    const jobId = runs.value.get(clientId)?.jobId
    if (!jobId) return
    try {
      await follow(await api.jobs.cancel({ clientId, jobId }))
    } catch (error) {
      failure.value = error
    }
  }
  function choose(clientId: string, isOn: boolean): void {
    leftOut.value = isOn ? leftOut.value.filter((one) => one !== clientId) : [...leftOut.value, clientId]
  }

  subscribeEvents((event) => {
    if (event.type === 'job.progress') void follow(event.job)
  })
  return { month, clients, leftOut, chosen, runs, failure, isLooking, isBusy, look, make, cancel, choose }
})
