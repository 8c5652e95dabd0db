import type { JobState, JobSummary } from '../../../shared/features/jobs/jobs.contract'
import type { Session } from './session'

/** A message can be lost where a process dies; asking now and then cannot. */
const ASK_AGAIN_MS = 1000

const standsStill: Readonly<Record<JobState, boolean>> = {
  queued: false,
  running: false,
  paused: true,
  interrupted: true,
  done: true,
  cancelled: true,
  failed: true
}

/** True for a job that waits for `jobs resume`. */
export const canBeResumed = (job: JobSummary): boolean => job.state === 'interrupted' || job.state === 'paused'

/** True for a job that has not come to its end. */
export const isUnfinished = (job: JobSummary): boolean => canBeResumed(job) || !standsStill[job.state]

/** Shows a job's progress until it stands still, and answers with it as it is then. Rejects at Ctrl+C. */
export async function followJob(session: Session, clientId: string, jobId: string): Promise<JobSummary> {
  const core = await session.core()
  session.followed.set(jobId, { jobId, clientId })
  const show = (job: JobSummary): void => {
    const settled = job.done + job.failed
    const finishing = job.kind === 'renditions.export' && job.state === 'running' && settled >= job.total
    const label = session.t(finishing ? 'cli.jobs.finishing' : `cli.jobs.kind.${job.kind}`)
    session.progress.update(label, settled, job.total)
  }
  let wake: () => void = () => undefined
  const stir = (): void => wake()
  const leave = core.subscribe((event) => {
    if (event.type !== 'job.progress' || event.job.id !== jobId) return
    show(event.job)
    if (standsStill[event.job.state]) stir()
  })
  session.signal.addEventListener('abort', stir)
  try {
    for (;;) {
      session.signal.throwIfAborted()
      const job = await core.client.jobs.get({ clientId, jobId })
      show(job)
      if (standsStill[job.state]) {
        session.followed.delete(jobId)
        return job
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ASK_AGAIN_MS)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } finally {
    session.signal.removeEventListener('abort', stir)
    leave()
    session.progress.end()
  }
}
