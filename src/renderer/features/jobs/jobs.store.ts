import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useNotices, type TrayJob } from '../../app'
import { explainError, useText } from '../../ui'

const shownInTray = 30

/** Jobs of the open client, newest first, kept fresh by the events. */
export const useJobs = defineStore('jobs', () => {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const notices = useNotices()
  const jobs = shallowRef<JobSummary[]>([])

  const tray = computed<TrayJob[]>(() =>
    jobs.value.map(({ id, kind, state, total, done, failed }) => ({
      id,
      title: t(`jobs.title.${kind}`, { n: total }),
      state,
      total,
      done,
      failed
    }))
  )

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) jobs.value = []
    else {
      const list = await api.jobs.list({ clientId, limit: shownInTray })
      if (clientId === shell.currentId) jobs.value = list.jobs
    }
  }

  function take(job: JobSummary): void {
    if (job.clientId !== shell.currentId) return
    const at = jobs.value.findIndex((other) => other.id === job.id)
    jobs.value = at === -1 ? [job, ...jobs.value].slice(0, shownInTray) : jobs.value.with(at, job)
  }

  /** The button stands in the tray, far from any place for an error: the line at the bottom says it. */
  async function steer(action: 'pause' | 'resume' | 'cancel', jobId: string): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    try {
      take(await api.jobs[action]({ clientId, jobId }))
    } catch (error) {
      notices.show({ text: explainError(error, t).what })
      await load()
    }
  }

  function follow(): void {
    subscribeEvents((event) => {
      if (event.type === 'job.progress') take(event.job)
      else if (event.type === 'ready') void load()
    })
    watch(() => shell.currentId, load, { immediate: true })
  }

  return { jobs, tray, steer, follow, load }
})
