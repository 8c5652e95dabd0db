import type { AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'

export type PlanReport = AppOutputs['planExport']['report']
const KIND = 'plan-export.make'
/** Earlier ones can be found in the folder. */
const SHOWN = 8

export const isOver = ({ state }: JobSummary): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Plans written so far, newest first, with the files of each that is done. */
export function usePlanExports(clientId: () => string) {
  const api = useApi()
  const jobs = shallowRef<readonly JobSummary[]>([])
  const reports = shallowRef<ReadonlyMap<string, PlanReport>>(new Map())
  const loaded = ref(false)
  const failure = shallowRef<unknown>()

  async function loadReport({ id: jobId, clientId: owner }: JobSummary): Promise<void> {
    const report = await api.planExport.report({ clientId: owner, jobId })
    if (owner === clientId()) reports.value = new Map(reports.value).set(jobId, report)
  }

  async function load(): Promise<void> {
    const asked = clientId()
    try {
      const answer = await api.jobs.list({ clientId: asked, limit: 200 })
      if (asked !== clientId()) return
      jobs.value = answer.jobs.filter(({ kind }) => kind === KIND).slice(0, SHOWN)
      await Promise.all(jobs.value.filter(isOver).map(loadReport))
      loaded.value = true
      failure.value = undefined
    } catch (error) {
      failure.value = error
    }
  }

  function follow(job: JobSummary): void {
    const known = jobs.value.some(({ id }) => id === job.id)
    jobs.value = known ? jobs.value.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs.value].slice(0, SHOWN)
    if (!isOver(job)) return
    loadReport(job).catch((error: unknown) => {
      failure.value = error
    })
  }

  async function cancel(jobId: string): Promise<void> {
    try {
      follow(await api.jobs.cancel({ clientId: clientId(), jobId }))
    } catch (error) {
      failure.value = error
    }
  }

  watch(clientId, load, { immediate: true })
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      if (event.type === 'job.progress' && event.job.clientId === clientId() && event.job.kind === KIND) follow(event.job)
    })
  )
  return { jobs, reports, loaded, failure, cancel }
}
