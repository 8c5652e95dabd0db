import type { AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

export type ExportReportData = AppOutputs['renditions']['report']

const ended: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])
const LIVE_PAUSE = 700

interface Asked {
  clientId: string
  jobId: string
}

/** What an export made so far. While files are made it is asked for now and then, and once more at the end. */
function useLiveReport(one: () => Asked) {
  const client = useApi()
  const report = shallowRef<ExportReportData>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const asked = one()
    const answer = await client.renditions.report(asked).catch(() => undefined)
    if (answer && asked.jobId === one().jobId) report.value = answer
  }

  function loadSoon(finished: boolean): void {
    if (finished) void load()
    else timer ??= setTimeout(() => void load(), LIVE_PAUSE)
  }

  onScopeDispose(() => clearTimeout(timer))
  return { report, load, loadSoon }
}

/** One export as it runs and as it ended. */
export function useExportJob(jobId: () => string) {
  const client = useApi()
  const shell = useClientShell()
  const job = shallowRef<JobSummary>()
  const failure = shallowRef<unknown>()
  const one = (): Asked => ({ clientId: shell.currentId ?? '', jobId: jobId() })
  const { report, load: loadReport, loadSoon } = useLiveReport(one)
  const finished = computed(() => job.value !== undefined && ended.has(job.value.state))

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
      loadSoon(finished.value)
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
      loadSoon(finished.value)
    })
  )
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
