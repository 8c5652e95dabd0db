import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { incidentInputs } from './operation-inputs-incidents'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provocation = (place: Place) => Promise<unknown>
type Calls = Record<string, (input: object) => Promise<unknown>>

const call = ({ core, clientId }: Place, name: string, more: object = {}): Promise<unknown> => {
  const run = (core.client.incidents as unknown as Calls)[name] ?? (() => Promise.reject(new Error(`no ${name}`)))
  return run({ clientId, ...incidentInputs[`incidents.${name}`], ...more })
}
const opened = async ({ core, clientId }: Place, closed = false) => {
  const { incidentId } = await core.client.incidents.open({ clientId, title: 'Fire', level: 1 })
  if (closed) await core.client.incidents.close({ clientId, incidentId })
  return { incidentId }
}

/** An incident with everything planned frozen: one post on X. */
async function frozen(place: Place) {
  const { core, clientId } = place
  const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
  const { variants } = await core.client.posts.create({ clientId, title: 'Planned', planned: { date: '2026-10-23', time: '09:00' }, variants: [{ channelId }] })
  const variantIds = variants.map(({ id }) => id)
  await core.client.posts.setState({ clientId, variantIds, state: 'scheduled' })
  const { incidentId } = await opened(place)
  const { freezeId } = await core.client.incidents.freeze({ clientId, incidentId })
  return { clientId, incidentId, freezeId, variantIds, variantId: variantIds[0] ?? '' }
}

async function ended(place: Place) {
  const { incidentId } = await opened(place)
  const { freezeId } = await place.core.client.incidents.freeze({ clientId: place.clientId, incidentId })
  await place.core.client.incidents.endFreeze({ clientId: place.clientId, freezeId })
  return { freezeId }
}

const each = (code: string, names: readonly string[], run: (name: string) => Provocation): Record<string, Provocation> =>
  Object.fromEntries(names.map((name) => [`${code} incidents.${name}`, run(name)]))

const commands = [
  'open', 'update', 'setLevel', 'calm', 'reopen', 'close', 'saveReview', 'writeLearning', 'addEntry', 'updateEntry', 'removeEntry', 'addEvidence', 'freeze', 'decide', 'endFreeze', 'override', 'setPolicy', 'setLevels',
  'addContact', 'updateContact', 'moveContact', 'removeContact', 'addLines', 'updateLine', 'removeLine'
]
const ofIncident = ['get', 'update', 'setLevel', 'calm', 'reopen', 'close', 'saveReview', 'writeLearning', 'addEntry', 'addEvidence', 'freeze', 'print']
const wrongTime = { date: '2026-10-25', time: '02:30', zone: 'Europe/Oslo' }
const later = '2999-01-01T00:00:00.000Z'

/** What the codes of incidents, and of what they freeze, are provoked by. */
export const incidentProvocations: Record<string, Provocation> = {
  ...each('conflict.client-archived', commands, (name) => async (place) => {
    await place.core.client.clients.archive({ clientId: place.clientId })
    return call(place, name)
  }),
  ...each('not-found.incident', ofIncident, (name) => (place) => call(place, name)),
  ...each('conflict.incident-closed', ['update', 'setLevel', 'calm', 'close', 'addEntry', 'addEvidence', 'freeze'], (name) => async (place) => call(place, name, await opened(place, true))),
  ...each('not-found.incident-item', ['updateEntry', 'removeEntry', 'updateContact', 'moveContact', 'removeContact', 'updateLine', 'removeLine'], (name) => (place) => call(place, name)),
  ...each('not-found.freeze', ['frozen', 'decide', 'endFreeze'], (name) => (place) => call(place, name)),
  ...each('conflict.freeze-ended', ['decide', 'endFreeze'], (name) => async (place) => call(place, name, await ended(place))),
  'not-found.conversation incidents.open': (place) => call(place, 'open', { conversationId: 'nothing' }),
  'not-found.channel incidents.open': (place) => call(place, 'open', { freeze: { channelIds: ['nothing'] } }),
  'not-found.channel incidents.freeze': async (place) => call(place, 'freeze', { ...(await opened(place)), channelIds: ['nothing'] }),
  'conflict.already-frozen incidents.freeze': async (place) => call(place, 'freeze', await frozen(place)),
  'conflict.freeze-on incidents.close': async (place) => call(place, 'close', await frozen(place)),
  'conflict.freeze-undecided incidents.endFreeze': async (place) => call(place, 'endFreeze', await frozen(place)),
  'conflict.not-frozen incidents.decide': async (place) => call(place, 'decide', { ...(await frozen(place)), items: [{ variantId: 'nothing', decision: 'dropped' }] }),
  'conflict.not-frozen incidents.override': async (place) => {
    const { variantIds } = await frozen(place)
    await call(place, 'override', { variantIds })
    return call(place, 'override', { variantIds })
  },
  'not-found.variant incidents.override': (place) => call(place, 'override'),
  'validation.frozen-past incidents.decide': async (place) => {
    const one = await frozen(place)
    return call(place, 'decide', { ...one, items: [{ variantId: one.variantId, decision: 'moved', planned: { date: '2020-01-01', time: '09:00' } }] })
  },
  'validation.zone incidents.decide': async (place) => {
    const one = await frozen(place)
    return call(place, 'decide', { ...one, items: [{ variantId: one.variantId, decision: 'moved', planned: { ...wrongTime, zone: 'Moon/Crater' } }] })
  },
  'validation.wall-time incidents.decide': async (place) => {
    const one = await frozen(place)
    return call(place, 'decide', { ...one, items: [{ variantId: one.variantId, decision: 'moved', planned: wrongTime }] })
  },
  'validation.review-empty incidents.writeLearning': async (place) => call(place, 'writeLearning', await opened(place)),
  'validation.message-later incidents.addEntry': async (place) => call(place, 'addEntry', { ...(await opened(place)), happenedAt: later }),
  'not-found.conversation incidents.addEvidence': async (place) => call(place, 'addEvidence', { ...(await opened(place)), text: '', conversationId: 'nothing' }),
  'not-found.asset incidents.addEvidence': async (place) => call(place, 'addEvidence', { ...(await opened(place)), assetIds: ['nothing'] }),
  'validation.capture-empty incidents.addEvidence': async (place) => call(place, 'addEvidence', { ...(await opened(place)), text: '' }),
  'validation.link incidents.addEvidence': async (place) => call(place, 'addEvidence', { ...(await opened(place)), link: 'data:text/html,x' }),
  'validation.destination incidents.print': async (place) => {
    const path = join(place.core.home, 'no-folder')
    await writeFile(path, '')
    const token = place.core.registerPath(path)
    return call(place, 'print', { ...(await opened(place)), destination: { kind: 'folder', token } })
  },
  'not-found.file-token incidents.print': async (place) => call(place, 'print', { ...(await opened(place)), destination: { kind: 'folder', token: 'made-up' } }),
  'not-found.job incidents.printed': (place) => call(place, 'printed'),
  'conflict.post-frozen posts.setState': async (place) => {
    const { clientId, variantIds } = await frozen(place)
    return place.core.client.posts.setState({ clientId, variantIds, state: 'handed-over' })
  },
  'conflict.post-frozen handOff.confirm': async (place) => place.core.client.handOff.confirm(await frozen(place)),
  'conflict.post-frozen handOff.openComposer': async (place) => place.core.client.handOff.openComposer(await frozen(place)),
  'conflict.post-frozen handOff.pack': async (place) => {
    const { clientId, variantIds } = await frozen(place)
    return place.core.client.handOff.pack({ clientId, scope: { kind: 'variants', variantIds } })
  },
  'conflict.post-frozen planExport.make': async (place) => {
    const { clientId } = await frozen(place)
    return place.core.client.planExport.make({ clientId, fromDay: '2026-10-01', toDay: '2026-10-31', formats: ['buffer'] })
  }
}
