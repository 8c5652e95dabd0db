import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { JobState } from '@shared/features/jobs/jobs.contract'

/** A job as the tray shows it; the title is a finished sentence. */
export interface TrayJob {
  id: string
  title: string
  state: JobState
  total: number
  done: number
  failed: number
}

/** Filled in by the jobs feature; `jobs` is reactive, newest first. */
export interface JobsSource {
  readonly jobs: readonly TrayJob[]
  pause(id: string): unknown
  resume(id: string): unknown
  cancel(id: string): unknown
  /** Leads to the job's page, where there is one. */
  open?(id: string): unknown
}

const unfinished: ReadonlySet<JobState> = new Set(['queued', 'running', 'paused', 'interrupted'])

export const isUnfinished = (job: TrayJob): boolean => unfinished.has(job.state)

export const useJobsTray = defineStore('jobs-tray', () => {
  const source = shallowRef<JobsSource>()
  const jobs = computed(() => source.value?.jobs ?? [])
  const active = computed(() => jobs.value.filter(isUnfinished))
  const provide = (from: JobsSource): void => {
    source.value = from
  }
  return { source, jobs, active, provide }
})
