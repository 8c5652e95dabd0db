import { createCore, type Core } from '../../src/main/core'
import { insertImport, storeMessages, type NewMessage } from '../../src/main/core/features/inbox/message-store.repository'
import { settleConversations, suggestFor } from '../../src/main/core/features/inbox/settle-conversations.repository'
import { suggestion } from '../../src/main/core/features/inbox/suggestion'
import { makeMessages, networks } from './make-messages'

interface Request {
  home: string
  resources: string
  root: string
  /** In the first client, and in each of the others. */
  messages: { first: number; others: number }
  clients: number
}

const IMPORT = 20_000
const AT_ONCE = 5000
const LABELS = ['press', 'opening hours', 'tickets', 'accessibility']

const never = (): never => {
  throw new Error('Filling an inbox needs no other process.')
}

/** As an import takes them in: by batches, then one step that puts its row down. */
async function takeIn(core: Core, clientId: string, messages: readonly NewMessage[]): Promise<void> {
  const { newId, now } = core.services
  const workspace = await core.services.workspaces.open(clientId)
  const importId = newId()
  const touched = new Set<string>()
  for (let at = 0; at < messages.length; at += AT_ONCE) {
    const { conversationIds } = await workspace.write((tx) => storeMessages(tx, importId, messages.slice(at, at + AT_ONCE), newId))
    for (const id of conversationIds) touched.add(id)
  }
  await workspace.command('inbox.commitImport', async (tx) => {
    await insertImport(tx, { id: importId, source: 'archive', name: 'messages.zip', network: '', channel_id: '', added: messages.length, created_at: now() })
    await settleConversations(tx, [...touched])
    await suggestFor(tx, [...touched], suggestion)
  })
}

const every = (ids: readonly string[], nth: number, rest = 0): string[] => ids.filter((_, at) => at % nth === rest)

async function inParts(ids: readonly string[], run: (conversationIds: string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += 1000) await run(ids.slice(at, at + 1000))
}

/** What people have done with them: most of what was answered is closed, some is somebody's, snoozed, labeled, drafted. */
async function careFor({ client, services }: Core, clientId: string): Promise<void> {
  const { inbox } = client
  const { reader } = await services.workspaces.open(clientId)
  const [answered, waiting] = [
    (await reader('conversation').where('waiting_since', '').orderBy('thread_key').pluck('id')) as string[],
    (await reader('conversation').whereNot('waiting_since', '').orderBy('thread_key').pluck('id')) as string[]
  ]
  await inParts(answered.filter((_, at) => at % 10 > 0), (conversationIds) => inbox.close({ clientId, conversationIds }))
  await inParts(answered.filter((_, at) => at % 4 > 0), (conversationIds) => inbox.mark({ clientId, conversationIds, read: true }))
  await inParts(every(waiting, 6), (conversationIds) => inbox.snooze({ clientId, conversationIds, until: new Date(Date.parse(services.now()) + 3 * 86_400_000).toISOString() }))
  for (const [at, assignee] of ['Kari', 'Anne', 'Luca'].entries()) await inParts([...every(waiting, 5, at), ...every(answered, 20, at)], (conversationIds) => inbox.assign({ clientId, conversationIds, assignee }))
  for (const [at, name] of LABELS.entries()) await inParts([...every(waiting, 9, at), ...every(answered, 30, at)], (conversationIds) => inbox.label({ clientId, conversationIds, add: [name] }))
  for (const conversationId of every(waiting, 40)) {
    await inbox.saveDraft({ clientId, conversationId, text: 'Thank you, that is looked into.' })
    await inbox.askApproval({ clientId, conversationId })
  }
}

async function fillClient(core: Core, name: string, { root, messages }: { root: string; messages: number }): Promise<{ clientId: string; channels: string[] }> {
  const { id: clientId } = await core.client.clients.create({ name, zone: 'Europe/Oslo' })
  const channels: string[] = []
  for (const network of networks) channels.push((await core.client.channels.create({ clientId, network, name: network })).id)
  const all = [...makeMessages(messages, { root, now: Date.parse(core.services.now()), channels })]
  for (let at = 0; at < all.length; at += IMPORT) await takeIn(core, clientId, all.slice(at, at + IMPORT))
  return { clientId, channels }
}

const { home, resources, root, messages, clients } = JSON.parse(process.argv[2] ?? '') as Request
const core = await createCore({ home, resources, version: '0.0.0', hostName: 'test', spawnMedia: never, spawnReport: never, spawnParse: never })
const start = performance.now()
const first = await fillClient(core, 'Full Inbox', { root, messages: messages.first })
const seconds = (performance.now() - start) / 1000
await careFor(core, first.clientId)
for (let at = 1; at < clients; at += 1) await fillClient(core, `Client ${at}`, { root, messages: messages.others })
const workspace = await core.services.workspaces.open(first.clientId)
const [{ n: conversations } = { n: 0 }] = (await workspace.reader('conversation').count({ n: '*' })) as { n: number }[]
// The longest of them.
const long = (await workspace.reader('conversation').orderBy('messages', 'desc').limit(20).pluck('id')) as string[]
await core.close()
process.stdout.write(JSON.stringify({ ...first, seconds, conversations, long }))
