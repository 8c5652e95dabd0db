import type { AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'

export type MadeReport = AppOutputs['reports']['made']
export interface ReportRun {
  job: JobSummary
  made: MadeReport
}

const KIND = 'reports.make'
/** Earlier ones can be found in the folder. */
const SHOWN = 5
/** Jobs that are looked through for those of this report. */
const ASKED = 60

export const isOver = ({ state }: Pick<JobSummary, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** The files that were made of one report, newest first, kept fresh by the events. */
export function useMadeReports(clientId: string, reportId: string) {
  const api = useApi()
  const runs = shallowRef<readonly ReportRun[]>([])
  const failure = shallowRef<unknown>()
  const loaded = ref(false)

  const read = async (job: JobSummary): Promise<ReportRun> => ({ job, made: await api.reports.made({ clientId, jobId: job.id }) })
  async function load(): Promise<void> {
    try {
      const { jobs } = await api.jobs.list({ clientId, limit: ASKED })
      const found = await Promise.all(jobs.filter(({ kind }) => kind === KIND).map(read))
      runs.value = found.filter(({ made }) => made.reportId === reportId).slice(0, SHOWN)
      failure.value = undefined
    } catch (error) {
      failure.value = error
    }
    loaded.value = true
  }
  async function take(job: JobSummary): Promise<void> {
    try {
      const run = await read(job)
      if (run.made.reportId !== reportId) return
      const others = runs.value.filter((one) => one.job.id !== job.id)
      runs.value = [run, ...others].sort((a, b) => b.job.createdAt.localeCompare(a.job.createdAt)).slice(0, SHOWN)
    } catch (error) {
      failure.value = error
    }
  }
  async function steer(action: 'cancel' | 'resume', jobId: string): Promise<void> {
    try {
      await take(await api.jobs[action]({ clientId, jobId }))
    } catch (error) {
      failure.value = error
    }
  }

  void load()
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      if (event.type === 'job.progress' && event.job.clientId === clientId && event.job.kind === KIND) void take(event.job)
    })
  )
  return { runs, failure, loaded, load, steer }
}
