import { clearFinished, countItems, getJobSummary, listJobItems, listJobs } from '../../jobs/jobs.repository'
import { os } from '../../router-base'

export const jobsHandlers = {
  list: os.jobs.list.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return listJobs(workspace.reader, input.clientId, input)
  }),
  get: os.jobs.get.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return getJobSummary(workspace.reader, input.clientId, input.jobId)
  }),
  listItems: os.jobs.listItems.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    await getJobSummary(reader, input.clientId, input.jobId)
    return { total: await countItems(reader, input.jobId, input.state), items: await listJobItems(reader, input.jobId, input) }
  }),
  pause: os.jobs.pause.handler(({ input, context }) => context.core.jobs.pause(input.clientId, input.jobId)),
  resume: os.jobs.resume.handler(({ input, context }) => context.core.jobs.resume(input.clientId, input.jobId)),
  cancel: os.jobs.cancel.handler(({ input, context }) => context.core.jobs.cancel(input.clientId, input.jobId)),
  clearFinished: os.jobs.clearFinished.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const removed = await workspace.write((tx) => clearFinished(tx, context.core.now()))
    return { ok: true as const, removed }
  })
}
