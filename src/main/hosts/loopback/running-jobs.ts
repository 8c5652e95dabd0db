import type { Core } from '../../core'

/** Knows from the core's events whether a job is at work. */
export function watchRunningJobs(core: Pick<Core, 'subscribe'>): { any: () => boolean; stop: () => void } {
  const running = new Set<string>()
  const stop = core.subscribe((event) => {
    if (event.type !== 'job.progress') return
    const { id, state } = event.job
    if (state === 'running' || state === 'queued') running.add(id)
    else running.delete(id)
  })
  return { any: () => running.size > 0, stop }
}
