import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provocation = (place: Place) => Promise<unknown>
type People = TestCore['client']['people']

const call = (run: (people: People, clientId: string) => Promise<unknown>): Provocation => ({ core, clientId }) => run(core.client.people, clientId)
const person = { personId: 'nothing' }
const outreach = { doneOn: '2026-11-20', kind: 'shared' as const }
const card = async ({ core, clientId }: Place, name = 'Zoe'): Promise<string> => (await core.client.people.create({ clientId, name })).personId

const archivedInputs: Record<string, object> = {
  create: { name: 'n' }, update: { personId: 'x', name: 'n' }, remove: { personId: 'x' }, label: { people: [person], add: ['fan'] }, addHandle: { personId: 'x', network: 'x', handle: 'h' }, removeHandle: { handleId: 'x' },
  merge: { survivor: person, others: [{ personId: 'y' }] }, unmerge: { mergeId: 'x' }, split: { personId: 'x', handleIds: ['x'] }, keepApart: { one: person, other: { personId: 'y' } }, addOutreach: { person, ...outreach },
  updateOutreach: { outreachId: 'x', ...outreach }, removeOutreach: { outreachId: 'x' }, erase: { person, confirmName: 'x' }
}
const archived = Object.fromEntries(
  Object.entries(archivedInputs).map(([name, input]): [string, Provocation] => [
    `conflict.client-archived people.${name}`,
    async ({ core, clientId }) => {
      await core.client.clients.archive({ clientId })
      return (core.client.people as unknown as Record<string, (input: object) => Promise<unknown>>)[name]?.({ clientId, ...input })
    }
  ])
)

/** What the codes of people are provoked by. */
export const peopleProvocations: Record<string, Provocation> = {
  ...archived,
  'not-found.person people.get': call((people, clientId) => people.get({ clientId, person })),
  'not-found.person people.history': call((people, clientId) => people.history({ clientId, person: { network: 'x', key: 'nobody' } })),
  'not-found.person people.update': call((people, clientId) => people.update({ clientId, ...person, notes: 'n' })),
  'not-found.person people.remove': call((people, clientId) => people.remove({ clientId, ...person })),
  'not-found.person people.addHandle': call((people, clientId) => people.addHandle({ clientId, ...person, network: 'x', handle: 'h' })),
  'not-found.person people.merge': call((people, clientId) => people.merge({ clientId, survivor: person, others: [{ personId: 'y' }] })),
  'not-found.person people.split': call((people, clientId) => people.split({ clientId, ...person, handleIds: ['x'] })),
  'not-found.person people.addOutreach': call((people, clientId) => people.addOutreach({ clientId, person, ...outreach })),
  'not-found.person people.export': call((people, clientId) => people.export({ clientId, person })),
  'not-found.person people.previewErase': call((people, clientId) => people.previewErase({ clientId, person })),
  'not-found.person people.erase': call((people, clientId) => people.erase({ clientId, person, confirmName: 'x' })),
  'not-found.person-item people.removeHandle': call((people, clientId) => people.removeHandle({ clientId, handleId: 'nothing' })),
  'not-found.person-item people.unmerge': call((people, clientId) => people.unmerge({ clientId, mergeId: 'nothing' })),
  'not-found.person-item people.updateOutreach': call((people, clientId) => people.updateOutreach({ clientId, outreachId: 'nothing', ...outreach })),
  'not-found.person-item people.removeOutreach': call((people, clientId) => people.removeOutreach({ clientId, outreachId: 'nothing' })),
  'not-found.job people.exportReport': call((people, clientId) => people.exportReport({ clientId, jobId: 'nothing' })),
  'not-found.channel people.addOutreach': async (place) => place.core.client.people.addOutreach({ clientId: place.clientId, person: { personId: await card(place) }, ...outreach, channelId: 'nothing' }),
  'not-found.channel people.updateOutreach': call((people, clientId) => people.updateOutreach({ clientId, outreachId: 'nothing', ...outreach, channelId: 'nothing' })),
  'not-found.file-token people.export': async (place) => place.core.client.people.export({ clientId: place.clientId, person: { personId: await card(place) }, destination: { kind: 'folder', token: 'made-up' } }),
  'validation.link people.addOutreach': async (place) => place.core.client.people.addOutreach({ clientId: place.clientId, person: { personId: await card(place) }, ...outreach, link: 'data:text/html,x' }),
  'validation.link people.updateOutreach': call((people, clientId) => people.updateOutreach({ clientId, outreachId: 'nothing', ...outreach, link: 'nowhere' })),
  'validation.handle people.addHandle': async (place) => place.core.client.people.addHandle({ clientId: place.clientId, personId: await card(place), network: 'x', handle: '@' }),
  'validation.nothing-selected people.merge': async (place) => {
    const personId = await card(place)
    return place.core.client.people.merge({ clientId: place.clientId, survivor: { personId }, others: [{ personId }] })
  },
  'validation.nothing-selected people.split': async (place) => place.core.client.people.split({ clientId: place.clientId, personId: await card(place), handleIds: ['nothing'] }),
  'validation.days people.topFans': call((people, clientId) => people.topFans({ clientId, fromDay: '2026-12-24', toDay: '2026-12-01' })),
  'validation.confirm-name people.erase': async (place) => place.core.client.people.erase({ clientId: place.clientId, person: { personId: await card(place) }, confirmName: 'Somebody else' }),
  'validation.destination people.export': async (place) => {
    const path = join(place.core.home, 'no-folder')
    await writeFile(path, '')
    return place.core.client.people.export({ clientId: place.clientId, person: { personId: await card(place) }, destination: { kind: 'folder', token: place.core.registerPath(path) } })
  },
  'conflict.handle-taken people.addHandle': async (place) => {
    const { core, clientId } = place
    const [first, second] = [await card(place, 'One'), await card(place, 'Two')]
    await core.client.people.addHandle({ clientId, personId: first, network: 'x', handle: '@zoe' })
    return core.client.people.addHandle({ clientId, personId: second, network: 'x', handle: 'Zoe' })
  },
  'conflict.erase-busy people.erase': async (place) => {
    const { core, clientId } = place
    const personId = await card(place)
    const workspace = await core.services.workspaces.open(clientId)
    // An export that is under way, without the race of a real one.
    await workspace.write((tx) =>
      tx('job').insert({ id: 'busy', kind: 'people.export', state: 'running', title_json: '{}', input_json: '{"person":{}}', total: 1, created_at: '2026-11-22T00:00:00.000Z' })
    )
    return core.client.people.erase({ clientId, person: { personId }, confirmName: 'Zoe' })
  }
}
