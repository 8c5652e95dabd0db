import type { AppOutputs } from '@shared/contract'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'

export type PackReport = AppOutputs['handOff']['packReport']
const ended: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])

/** Packs made so far, newest first. */
export function usePacks(clientId: () => string) {
  const api = useApi()
  const jobs = shallowRef<readonly JobSummary[]>([])
  const loaded = ref(false)
  const failure = shallowRef<unknown>()

  async function load(): Promise<void> {
    const asked = clientId()
    try {
      const answer = await api.jobs.list({ clientId: asked, limit: 200 })
      if (asked !== clientId()) return
      jobs.value = answer.jobs.filter(({ kind }) => kind === 'hand-off.pack')
      loaded.value = true
    } catch (error) {
      failure.value = error
    }
  }
  watch(clientId, load, { immediate: true })
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      if (event.type !== 'job.progress' || event.job.clientId !== clientId() || event.job.kind !== 'hand-off.pack') return
      const known = jobs.value.some(({ id }) => id === event.job.id)
      jobs.value = known ? jobs.value.map((job) => (job.id === event.job.id ? event.job : job)) : [event.job, ...jobs.value]
    })
  )
  return { jobs, loaded, failure }
}

/** One pack as it is made and as it ended. */
export function usePack(one: () => { clientId: string; jobId: string }) {
  const api = useApi()
  const job = shallowRef<JobSummary>()
  const report = shallowRef<PackReport>()
  const failure = shallowRef<unknown>()

  async function load(): Promise<void> {
    const asked = one()
    try {
      const [summary, answer] = await Promise.all([api.jobs.get(asked), api.handOff.packReport(asked)])
      if (asked.jobId !== one().jobId) return
      job.value = summary
      report.value = answer
      failure.value = undefined
    } catch (error) {
      failure.value = error
    }
  }

  async function steer(action: 'resume' | 'cancel'): Promise<void> {
    try {
      job.value = await api.jobs[action](one())
    } catch (error) {
      failure.value = error
    }
  }

  watch(() => one().jobId, load, { immediate: true })
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      if (event.type !== 'job.progress' || event.job.id !== one().jobId) return
      job.value = event.job
      if (ended.has(event.job.state)) void load()
    })
  )
  return { job, report, failure, resume: () => steer('resume'), cancel: () => steer('cancel') }
}
