import { os } from '../../router-base'
import { reportPlan } from './plan-report.queries'

export { planExportJobKind } from './plan-export.job'
export { findPlanFile, findPlanInput } from './plan-report.queries'

export const planExportHandlers = {
  make: os.planExport.make.handler(async ({ input: { clientId, ...request }, context }) => ({
    jobId: await context.core.jobs.start(clientId, 'plan-export.make', request)
  })),
  report: os.planExport.report.handler(async ({ input: { clientId, jobId }, context }) => {
    const { reader } = await context.workspace(clientId)
    return reportPlan(reader, jobId, (itemId) => context.core.urls.sign({ kind: 'plan-file', clientId, itemId }))
  })
}
