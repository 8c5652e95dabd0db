import { openHours } from '../../src/shared/features/care/care-hours'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provocation = (place: Place) => Promise<unknown>

const targets = { firstMinutes: 60, resolutionMinutes: 1440 }
const reversed = { from: '2026-10-31', to: '2026-10-01' }
const archived = (run: (care: TestCore['client']['care'], clientId: string) => Promise<unknown>): Provocation => async ({ core, clientId }) => {
  await core.client.clients.archive({ clientId })
  return run(core.client.care, clientId)
}

/** Every declared error of the response clock, provoked. */
export const careProvocations: Record<string, Provocation> = {
  'conflict.client-archived care.saveHours': archived((care, clientId) => care.saveHours({ clientId, hours: openHours })),
  'conflict.client-archived care.setTargets': archived((care, clientId) => care.setTargets({ clientId, channelId: null, ...targets })),
  'conflict.client-archived care.removeTargets': archived((care, clientId) => care.removeTargets({ clientId, channelId: null })),
  'not-found.channel care.setTargets': ({ core, clientId }) => core.client.care.setTargets({ clientId, channelId: 'nothing', ...targets }),
  'validation.days care.report': ({ core, clientId }) => core.client.care.report({ clientId, ...reversed }),
  'validation.days care.rows': ({ core, clientId }) => core.client.care.rows({ clientId, ...reversed, figure: 'first' })
}
