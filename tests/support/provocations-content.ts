import { insertFigures } from './figures'
import type { TestCore } from './test-core'

type Provoke = (place: { core: TestCore; clientId: string }) => Promise<unknown>

const days = { startsOn: '2026-09-01', endsOn: '2026-09-30' }

/** A post on X, subject 1. */
async function publish({ core, clientId }: { core: TestCore; clientId: string }, channelId: string): Promise<void> {
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('test.figures', (tx) => insertFigures(tx, [{ kind: 'post', network: 'x', channelId, key: 'p', text: 'Dawn', rows: [{ values: { likes: 1 } }] }]))
}

/** What the codes of pillars, posts of networks, learnings and goals are provoked by. */
export const contentProvocations: Record<string, Provoke> = {
  'validation.days pillars.list': ({ core, clientId }) => core.client.pillars.list({ clientId, fromDay: '2026-12-24', toDay: '2026-12-01' }),
  'not-found.pillar pillars.update': ({ core, clientId }) => core.client.pillars.update({ clientId, pillarId: 'nothing' }),
  'not-found.pillar pillars.remove': ({ core, clientId }) => core.client.pillars.remove({ clientId, pillarId: 'nothing' }),
  'conflict.name-in-use pillars.create': async ({ core, clientId }) => {
    await core.client.pillars.create({ clientId, name: 'Collection' })
    return core.client.pillars.create({ clientId, name: 'COLLECTION' })
  },
  'not-found.subject contentAnalytics.post': ({ core, clientId }) => core.client.contentAnalytics.post({ clientId, subjectId: 7 }),
  'not-found.campaign contentAnalytics.trace': ({ core, clientId }) => core.client.contentAnalytics.trace({ clientId, metric: 'spend', kinds: ['ad'], campaignId: 'gone' }),
  'not-found.subject matches.confirm': ({ core, clientId }) => core.client.matches.confirm({ clientId, pairs: [{ subjectId: 7, variantId: 'x' }] }),
  'not-found.variant matches.confirm': async (place) => {
    await publish(place, '')
    return place.core.client.matches.confirm({ clientId: place.clientId, pairs: [{ subjectId: 1, variantId: 'gone' }] })
  },
  'conflict.subject-without-channel matches.addToPlan': async (place) => {
    await publish(place, '')
    return place.core.client.matches.addToPlan({ clientId: place.clientId, subjectIds: [1] })
  },
  'conflict.subject-planned matches.addToPlan': async (place) => {
    const { core, clientId } = place
    const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
    await publish(place, channelId)
    await core.client.matches.addToPlan({ clientId, subjectIds: [1] })
    return core.client.matches.addToPlan({ clientId, subjectIds: [1] })
  },
  'not-found.learning learnings.update': ({ core, clientId }) => core.client.learnings.update({ clientId, learningId: 'gone', result: 'x' }),
  'not-found.goal goals.update': ({ core, clientId }) => core.client.goals.update({ clientId, goalId: 'gone', target: 2 }),
  'validation.days goals.create': ({ core, clientId }) => core.client.goals.create({ clientId, name: 'g', metric: 'followers', target: 1, startsOn: days.endsOn, endsOn: days.startsOn }),
  'not-found.channel goals.create': ({ core, clientId }) => core.client.goals.create({ clientId, name: 'g', metric: 'followers', target: 1, ...days, channelId: 'gone' })
}
