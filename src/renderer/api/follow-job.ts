import type { JobSummary } from '../../shared/features/jobs/jobs.contract'
import { subscribeEvents, useApi } from './current'

const ended: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])

/** Follows a job to its end by the events, asking once in case it ended before the first one. @throws AppError */
export function followJob(clientId: string, jobId: string, look: (job: JobSummary) => void): Promise<JobSummary> {
  return new Promise((resolve, reject) => {
    const take = (job: JobSummary): void => {
      if (job.id !== jobId) return
      look(job)
      if (!ended.has(job.state)) return
      stop()
      resolve(job)
    }
    const stop = subscribeEvents((event) => {
      if (event.type === 'job.progress') take(event.job)
    })
    useApi().jobs.get({ clientId, jobId }).then(take, (error: unknown) => {
      stop()
      reject(error instanceof Error ? error : new Error('no job'))
    })
  })
}
