import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { getChannel } from '../channels'
import { putWorkspaceSetting } from '../workspace-settings'
import { listCareRows, readCareReport } from './care-report.service'
import { putTargets, removeTargets } from './care-settings.repository'
import { readCareSettings } from './care-settings.service'

export { listTargets, targetsOf } from './care-settings.repository'
export { openCareClock } from './open-care-clock'
export { readCareReport } from './care-report.service'

const ok = { ok: true as const }
const placeOf = async (context: CallContext, clientId: string) => ({ core: context.core, workspace: await context.workspace(clientId) })

export const careHandlers = {
  settings: os.care.settings.handler(({ input, context }) => readCareSettings(context, input.clientId)),
  saveHours: os.care.saveHours.handler(({ input: { clientId, hours }, context }) => context.command(clientId, (tx) => putWorkspaceSetting(tx, 'care.hours', hours)).then(() => ok)),
  setTargets: os.care.setTargets.handler(({ input: { clientId, channelId, ...targets }, context }) =>
    context
      .command(clientId, async (tx) => {
        if (channelId !== null) await getChannel(tx, channelId)
        await putTargets(tx, channelId, targets, () => context.core.newId())
      })
      .then(() => ok)
  ),
  removeTargets: os.care.removeTargets.handler(({ input: { clientId, channelId }, context }) => context.command(clientId, (tx) => removeTargets(tx, channelId)).then(() => ok)),
  report: os.care.report.handler(async ({ input, context }) => readCareReport(await placeOf(context, input.clientId), input)),
  rows: os.care.rows.handler(async ({ input, context }) => listCareRows(await placeOf(context, input.clientId), input))
}
