import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { careProvocations } from './provocations-care'
import { tempFolder } from './temp-folder'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provocation = (place: Place) => Promise<unknown>

const captured = async ({ core, clientId }: Place, sensitive = false): Promise<{ clientId: string; conversationId: string; conversationIds: string[] }> => {
  const { conversationId } = await core.client.inbox.capture({ clientId, network: 'instagram', text: 'Bad', author: 'Zoe', sentAt: '2026-01-05T09:00:00.000Z' })
  if (sensitive) await core.client.inbox.classify({ clientId, conversationIds: [conversationId], sensitive: true, sentiment: 'negative' })
  return { clientId, conversationId, conversationIds: [conversationId] }
}

async function messageFile({ core }: Place): Promise<string[]> {
  const path = join(await tempFolder(), 'message_1.json')
  const messages = [{ sender_name: 'A', timestamp_ms: 1770123600137, content: 'One' }, { sender_name: 'B', timestamp_ms: 1770123700137, content: 'Two' }]
  await writeFile(path, JSON.stringify({ participants: [{ name: 'A' }, { name: 'B' }], title: 'A', messages }))
  return [core.registerPath(path)]
}
const own = [{ network: 'instagram', key: 'b' }]
const later = '2999-01-01T00:00:00.000Z'

const missing = (run: (inbox: TestCore['client']['inbox'], one: { clientId: string; conversationId: string }) => Promise<unknown>): Provocation => ({ core, clientId }) => run(core.client.inbox, { clientId, conversationId: 'nothing' })

const archivedInputs: Record<string, object> = {
  capture: { network: 'x', text: 't' }, saveDraft: { text: 't' }, askApproval: {}, approveDraft: { text: 't', by: 'b' }, confirmSent: { text: 't' }, addNote: { text: 't' }, updateNote: { noteId: 'x', text: 't' },
  removeNote: { noteId: 'x' }, assign: { assignee: 'a' }, snooze: { until: later }, label: { add: ['l'] }, classify: { type: 'lead' }, mark: { read: true }, close: { reason: 'r' }, hide: { reason: 'r' }, reopen: {}, keepEvidence: {},
  choosePost: { variantId: null }, forgetPost: {}
}
const archived = Object.fromEntries(
  Object.entries(archivedInputs).map(([name, input]): [string, Provocation] => [
    `conflict.client-archived inbox.${name}`,
    async ({ core, clientId }) => {
      await core.client.clients.archive({ clientId })
      const call = (core.client.inbox as unknown as Record<string, (input: object) => Promise<unknown>>)[name]
      return call?.({ clientId, ...(name !== 'capture' && { conversationId: 'x' }), conversationIds: ['x'], ...input })
    }
  ])
)

/** What the codes of the inbox are provoked by. */
export const inboxProvocations: Record<string, Provocation> = {
  ...careProvocations,
  ...archived,
  'conflict.client-archived inbox.commitImport': async (place) => {
    const files = await messageFile(place)
    await place.core.client.clients.archive({ clientId: place.clientId })
    return place.core.client.inbox.commitImport({ clientId: place.clientId, files, own, expect: { added: 2 } })
  },
  'not-found.conversation inbox.get': missing((inbox, one) => inbox.get(one)),
  'not-found.conversation inbox.capture': missing((inbox, one) => inbox.capture({ ...one, network: 'x', text: 't' })),
  'not-found.conversation inbox.saveDraft': missing((inbox, one) => inbox.saveDraft({ ...one, text: 't' })),
  'not-found.conversation inbox.askApproval': missing((inbox, one) => inbox.askApproval(one)),
  'not-found.conversation inbox.approveDraft': missing((inbox, one) => inbox.approveDraft({ ...one, text: 't', by: 'b' })),
  'not-found.conversation inbox.confirmSent': missing((inbox, one) => inbox.confirmSent({ ...one, text: 't' })),
  'not-found.conversation inbox.see': missing((inbox, one) => inbox.see(one)),
  'not-found.conversation inbox.addNote': missing((inbox, one) => inbox.addNote({ ...one, text: 't' })),
  'not-found.conversation inbox.keepEvidence': missing((inbox, one) => inbox.keepEvidence(one)),
  'not-found.conversation inbox.choosePost': missing((inbox, one) => inbox.choosePost({ ...one, variantId: null })),
  'not-found.conversation inbox.forgetPost': missing((inbox, one) => inbox.forgetPost(one)),
  'not-found.variant inbox.choosePost': async (place) => place.core.client.inbox.choosePost({ ...(await captured(place)), variantId: 'nothing' }),
  'not-found.variant inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x', text: 't', postVariantId: 'nothing' }),
  'not-found.care-item inbox.updateNote': ({ core, clientId }) => core.client.inbox.updateNote({ clientId, noteId: 'nothing', text: 't' }),
  'not-found.care-item inbox.removeNote': ({ core, clientId }) => core.client.inbox.removeNote({ clientId, noteId: 'nothing' }),
  'not-found.channel inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x', text: 't', channelId: 'nothing' }),
  'not-found.asset inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x', assetIds: ['nothing'] }),
  'not-found.asset inbox.hide': async (place) => place.core.client.inbox.hide({ ...(await captured(place)), reason: 'r', assetId: 'nothing' }),
  'not-found.asset inbox.keepEvidence': async (place) => place.core.client.inbox.keepEvidence({ ...(await captured(place)), assetId: 'nothing' }),
  'conflict.author-erased inbox.capture': async (place) => {
    const { core, clientId } = place
    await captured(place)
    await core.client.people.erase({ clientId, person: { network: 'instagram', key: 'zoe' }, confirmName: 'Zoe' })
    return captured(place)
  },
  'validation.capture-empty inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x' }),
  'validation.message-later inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x', text: 't', sentAt: later }),
  'validation.message-later inbox.confirmSent': async (place) => place.core.client.inbox.confirmSent({ ...(await captured(place)), text: 't', sentAt: later }),
  'validation.link inbox.capture': ({ core, clientId }) => core.client.inbox.capture({ clientId, network: 'x', text: 't', link: 'data:text/html,x' }),
  'validation.snooze-past inbox.snooze': async (place) => place.core.client.inbox.snooze({ ...(await captured(place)), until: '2020-01-01T00:00:00.000Z' }),
  'validation.reason-missing inbox.close': async (place) => place.core.client.inbox.close(await captured(place, true)),
  'validation.reason-missing inbox.hide': async (place) => place.core.client.inbox.hide({ ...(await captured(place)), reason: '' }),
  'conflict.no-draft inbox.askApproval': async (place) => place.core.client.inbox.askApproval(await captured(place)),
  'conflict.no-draft inbox.approveDraft': async (place) => place.core.client.inbox.approveDraft({ ...(await captured(place)), text: 't', by: 'b' }),
  'conflict.draft-changed inbox.approveDraft': async (place) => {
    const one = await captured(place)
    await place.core.client.inbox.saveDraft({ ...one, text: 'a' })
    return place.core.client.inbox.approveDraft({ ...one, text: 'b', by: 'b' })
  },
  'conflict.approval-missing inbox.confirmSent': async (place) => place.core.client.inbox.confirmSent({ ...(await captured(place, true)), text: 't' }),
  'not-found.file-token inbox.previewImport': ({ core, clientId }) => core.client.inbox.previewImport({ clientId, files: ['made-up'] }),
  'not-found.file-token inbox.commitImport': ({ core, clientId }) => core.client.inbox.commitImport({ clientId, files: ['made-up'], expect: { added: 1 } }),
  'conflict.import-changed inbox.commitImport': async (place) => place.core.client.inbox.commitImport({ clientId: place.clientId, files: await messageFile(place), own, expect: { added: 7 } }),
  'conflict.import-questions inbox.commitImport': async (place) => place.core.client.inbox.commitImport({ clientId: place.clientId, files: await messageFile(place), expect: { added: 2 } }),
  'validation.nothing-selected inbox.commitImport': async (place) => {
    const files = await messageFile(place)
    await place.core.client.inbox.commitImport({ clientId: place.clientId, files, own, expect: { added: 2 } })
    return place.core.client.inbox.commitImport({ clientId: place.clientId, files, own, expect: { added: 0 } })
  }
}
