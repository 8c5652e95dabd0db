import type { TestCore } from './test-core'

type Provoke = (place: { core: TestCore; clientId: string }) => Promise<unknown>

const reversed = { startsOn: '2026-10-02', endsOn: '2026-10-01', text: 'Strike' }
const days = { startsOn: '2026-10-01', endsOn: '2026-10-02', text: 'Strike' }

/** What the codes of dashboards and of events on charts are provoked by. */
export const analyticsProvocations: Record<string, Provoke> = {
  'validation.days annotations.create': ({ core, clientId }) => core.client.annotations.create({ clientId, ...reversed }),
  'not-found.channel annotations.create': ({ core, clientId }) => core.client.annotations.create({ clientId, ...days, channelId: 'nope' }),
  'validation.days annotations.update': ({ core, clientId }) => core.client.annotations.update({ clientId, annotationId: 'x', ...reversed }),
  'not-found.channel annotations.update': ({ core, clientId }) => core.client.annotations.update({ clientId, annotationId: 'x', ...days, channelId: 'nope' }),
  'not-found.entry annotations.update': ({ core, clientId }) => core.client.annotations.update({ clientId, annotationId: 'x', ...days }),
  'not-found.entry annotations.remove': ({ core, clientId }) => core.client.annotations.remove({ clientId, annotationId: 'x' })
}
