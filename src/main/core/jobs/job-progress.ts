import type { AppEvent } from '../../../shared/contract/events'
import type { JobSummary } from '../../../shared/features/jobs/jobs.contract'

const interval = 100

/** Tells how a job stands, at most ten times a second, and always the last word. */
export interface JobProgress {
  changed(): void
  /** Tells at once; the returned summary is what was told. */
  flush(): Promise<JobSummary>
}

export function createJobProgress(read: () => Promise<JobSummary>, emit: (event: AppEvent) => void): JobProgress {
  let timer: NodeJS.Timeout | undefined
  const tell = async (): Promise<JobSummary> => {
    clearTimeout(timer)
    timer = undefined
    const job = await read()
    emit({ type: 'job.progress', job })
    return job
  }
  return {
    changed() {
      // A failed read here would only lose one intermediate figure; the last one goes through flush.
      timer ??= setTimeout(() => void tell().catch(() => undefined), interval)
    },
    flush: tell
  }
}
