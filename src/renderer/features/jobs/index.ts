import { defineFeature, useClientShell, useJobsTray } from '../../app'
import { useJobs } from './jobs.store'

/** Fills the tray in the status bar. */
export const jobsFeature = defineFeature({
  id: 'jobs',
  setup({ router, pinia }) {
    const store = useJobs(pinia)
    useJobsTray(pinia).provide({
      get jobs() {
        return store.tray
      },
      pause: (id) => store.steer('pause', id),
      resume: (id) => store.steer('resume', id),
      cancel: (id) => store.steer('cancel', id),
      open(id) {
        const { currentId } = useClientShell(pinia)
        const job = store.jobs.find((other) => other.id === id)
        if (currentId === undefined || !job) return undefined
        if (job.kind === 'hand-off.pack') return router.push({ name: 'pack', params: { clientId: currentId, jobId: id } })
        if (job.kind === 'plan-export.make') return router.push({ name: 'plan-export', params: { clientId: currentId } })
        if (job.kind === 'people.export') return router.push({ name: 'people', params: { clientId: currentId } })
        if (job.kind === 'figures.read') return router.push({ name: 'imports', params: { clientId: currentId } })
        if (job.kind === 'incidents.print') return router.push({ name: 'crisis', params: { clientId: currentId } })
        return job.kind === 'renditions.export'
          ? router.push({ name: 'export-job', params: { clientId: currentId, jobId: id } })
          : router.push({ name: 'assets', params: { clientId: currentId } })
      }
    })
    store.follow()
  }
})
