import type { AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

export type ExportReportData = AppOutputs['renditions']['report']

const ended: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])
const LIVE_PAUSE = 700

/** One export as it runs and as it ended. */
export function useExportJob(jobId: () => string) {
  const client = useApi()
  const shell = useClientShell()
  const job = shallowRef<JobSummary>()
  const report = shallowRef<ExportReportData>()
  const failure = shallowRef<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const one = () => ({ clientId: shell.currentId ?? '', jobId: jobId() })
  const finished = computed(() => job.value !== undefined && ended.has(job.value.state))

  async function loadReport(): Promise<void> {
    const asked = one()
    const answer = await client.renditions.report(asked).catch(() => undefined)
    if (answer && asked.jobId === jobId()) report.value = answer
  }

  /** While files are made the report grows; it is asked for now and then, and once more at the end. */
  function loadReportSoon(): void {
    if (finished.value) {
      clearTimeout(timer)
      timer = undefined
      void loadReport()
    } else {
      timer ??= setTimeout(() => {
        timer = undefined
        void loadReport()
      }, LIVE_PAUSE)
    }
  }

  async function load(): Promise<void> {
    try {
      job.value = await client.jobs.get(one())
      failure.value = undefined
      await loadReport()
    } catch (error) {
      failure.value = error
    }
  }

  async function act(write: Promise<JobSummary>): Promise<void> {
    try {
      job.value = await write
      failure.value = undefined
      loadReportSoon()
    } catch (error) {
      failure.value = error
    }
  }

  watch(
    jobId,
    () => {
      job.value = undefined
      report.value = undefined
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      if (event.type !== 'job.progress' || event.job.id !== jobId()) return
      job.value = event.job
      loadReportSoon()
    })
  )
  onScopeDispose(() => clearTimeout(timer))

  return {
    job,
    report,
    failure,
    finished,
    pause: () => act(client.jobs.pause(one())),
    resume: () => act(client.jobs.resume(one())),
    cancel: () => act(client.jobs.cancel(one()))
  }
}
