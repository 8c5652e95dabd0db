import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import type { Tone } from '../../ui'

/** The tone of a job's state: done with failures is not simply done. */
export function stateTone(job: Pick<JobSummary, 'state' | 'failed'>): Tone {
  switch (job.state) {
    case 'done':
      return job.failed > 0 ? 'warn' : 'ok'
    case 'failed':
      return 'danger'
    case 'paused':
    case 'interrupted':
      return 'warn'
    case 'queued':
    case 'running':
      return 'info'
    case 'cancelled':
      return 'neutral'
  }
}
