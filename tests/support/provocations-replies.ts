import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provocation = (place: Place) => Promise<unknown>
type Call = (input: object) => Promise<unknown>

const call = ({ core }: Place, name: string): Call => {
  const [group = '', verb = ''] = name.split('.')
  return (core.client as unknown as Record<string, Record<string, Call>>)[group]?.[verb] ?? (() => Promise.reject(new Error(`no ${name}`)))
}

const inputs: Record<string, object> = {
  'replies.create': { title: 't' }, 'replies.update': { replyId: 'x' }, 'replies.remove': { replyId: 'x' }, 'replies.reorder': { ids: ['x'] },
  'replies.createKnowledge': { title: 't' }, 'replies.updateKnowledge': { entryId: 'x' }, 'replies.removeKnowledge': { entryId: 'x' },
  'careRules.create': { name: 'r' }, 'careRules.update': { ruleId: 'x' }, 'careRules.remove': { ruleId: 'x' }, 'careRules.reorder': { ids: ['x'] }, 'careRules.apply': { expect: 'x' },
  'careRules.setSensitive': { labels: [], types: [] }
}
const archived = Object.entries(inputs).map(([name, input]): [string, Provocation] => [
  `conflict.client-archived ${name}`,
  async (place) => {
    await place.core.client.clients.archive({ clientId: place.clientId })
    return call(place, name)({ clientId: place.clientId, ...input })
  }
])
/** Operations on something by an id that nothing has. */
const missing = ['replies.update', 'replies.remove', 'replies.reorder', 'replies.updateKnowledge', 'replies.removeKnowledge', 'careRules.update', 'careRules.remove', 'careRules.reorder'].map(
  (name): [string, Provocation] => [`not-found.care-item ${name}`, (place) => call(place, name)({ clientId: place.clientId, ...inputs[name] })]
)
const made = async ({ core, clientId }: Place): Promise<{ clientId: string; replyId: string }> => {
  await core.client.replies.create({ clientId, title: 'Thanks' })
  return { clientId, replyId: (await core.client.replies.create({ clientId, title: 'Other' })).id }
}
const fact = async ({ core, clientId }: Place): Promise<{ clientId: string; entryId: string }> => ({ clientId, entryId: (await core.client.replies.createKnowledge({ clientId, title: 'Hours' })).id })

/** What the codes of saved replies, knowledge and rules are provoked by. */
export const repliesProvocations: Record<string, Provocation> = {
  ...Object.fromEntries([...archived, ...missing]),
  'conflict.name-in-use replies.create': async (place) => {
    await made(place)
    return place.core.client.replies.create({ clientId: place.clientId, title: 'Thanks' })
  },
  'conflict.name-in-use replies.update': async (place) => place.core.client.replies.update({ ...(await made(place)), title: 'Thanks' }),
  'not-found.asset replies.create': ({ core, clientId }) => core.client.replies.create({ clientId, title: 't', assetId: 'nothing' }),
  'not-found.asset replies.update': async (place) => place.core.client.replies.update({ ...(await made(place)), assetId: 'nothing' }),
  'not-found.conversation replies.suggest': ({ core, clientId }) => core.client.replies.suggest({ clientId, conversationId: 'nothing' }),
  'validation.link replies.createKnowledge': ({ core, clientId }) => core.client.replies.createKnowledge({ clientId, title: 't', link: 'data:text/html,x' }),
  'validation.link replies.updateKnowledge': async (place) => place.core.client.replies.updateKnowledge({ ...(await fact(place)), link: 'data:text/html,x' }),
  'not-found.care-item careRules.dryRun': ({ core, clientId }) => core.client.careRules.dryRun({ clientId, with: ['nothing'] }),
  'not-found.care-item careRules.apply': ({ core, clientId }) => core.client.careRules.apply({ clientId, with: ['nothing'], expect: 'x' }),
  'conflict.rules-changed careRules.apply': ({ core, clientId }) => core.client.careRules.apply({ clientId, expect: 'x' })
}
