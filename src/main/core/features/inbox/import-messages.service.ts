import { createHash } from 'node:crypto'
import type { AppInputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { MessagePreview } from '../../../../shared/features/inbox/message-import.schema'
import type { RawMessage } from '../../../../shared/features/inbox/reading/raw-message'
import type { CallContext, Reader, Tx } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { chunks } from '../assets'
import { getWorkspaceSetting, putWorkspaceSetting } from '../workspace-settings'
import { withoutErased } from './erased-authors'
import { insertImport, standingKeys, storeMessages, type NewMessage } from './message-store.repository'
import { channelOf, findOwner, isOwn, keyOf, type OwnChannel, type Ownership } from './own-account'
import { readMessageFiles, type MessageTable, type ReadMessages } from './read-message-files.service'
import { runRules } from './rules/run-rules.service'
import { settleConversations, suggestFor } from './settle-conversations.repository'
import { suggestion } from './suggestion'

interface Found {
  preview: MessagePreview
  messages: NewMessage[]
}
interface Names {
  network: string
  key: string
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
/** Keys that are whole texts are told by their hash, so that an index of them stays small. */
const shortKey = (text: string): string => (text.length <= 120 ? text : `#${hash([text])}`)

/** The same message has the same key from whichever file. Those that nothing tells apart are counted, file by file. */
function keyIn(seen: Map<string, number>, network: string, message: RawMessage): string {
  if (message.id !== '') return `${network} ${message.id}`
  const told = hash([network, message.thread, message.sentAt, keyOf(message), message.text, ...message.attachments])
  const before = seen.get(told) ?? 0
  seen.set(told, before + 1)
  return before === 0 ? `${network} #${told}` : `${network} #${told} ${before + 1}`
}

function toMessages(table: MessageTable, channelId: string, keys: ReadonlySet<string>): NewMessage[] {
  const seen = new Map<string, number>()
  const { network, kind: source } = table
  return table.messages.map((message) => ({
    network, channelId, kind: message.kind, threadKey: shortKey(`${source === 'notification' ? 'mail' : source} ${message.thread}`), title: message.title.slice(0, 300), permalink: message.kind === 'message' ? '' : message.link,
    key: keyIn(seen, network, message), direction: message.direction ?? (isOwn(message, keys) ? 'out' : 'in'), author: message.author.slice(0, 300), authorKey: keyOf(message), text: message.text,
    sentAt: message.sentAt, link: message.link, media: { assetIds: [], attachments: message.attachments.slice(0, 50) }
  }))
}

function presentTable(table: MessageTable, channelId: string): MessagePreview['files'][number] {
  const { messages, facts, file, name, entry, format, network, kind, rows, systemTexts, skipped } = table
  const times = messages.map(({ sentAt }) => sentAt).sort()
  return {
    file, name, entry, format, network, kind, channelId: channelId || null, rows, conversations: new Set(messages.map(({ thread }) => thread)).size, from: times[0] ?? '', to: times.at(-1) ?? '', systemTexts, skipped,
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
  }
}

interface Answers {
  own: readonly Names[]
  erased: 'leave-out' | 'take-in'
}

async function assemble(db: Reader, { tables, refused, owners }: ReadMessages, { own, erased: wanted }: Answers): Promise<Found> {
  const channels = (await db('channel').whereNull('archived_at').orderBy('position').select('id', 'network', 'name', 'handle', 'link')) as OwnChannel[]
  const named = [...own, ...((await getWorkspaceSetting(db, 'care.ownNames')) ?? []), ...[...owners].flatMap(([network, keys]) => keys.map((key) => ({ network, key })))]
  const ownership: Ownership = { channels, named }
  const byKey = new Map<string, NewMessage>()
  const preview: MessagePreview = { files: [], refused, questions: [], totals: { files: 0, messages: 0, added: 0, known: 0, conversations: 0, erased: 0 } }
  for (const network of new Set(tables.map((table) => table.network))) {
    const there = tables.filter((table) => table.network === network)
    const { keys, question } = findOwner(network, there, ownership)
    if (question) preview.questions.push(question)
    for (const table of there) {
      const channelId = channelOf(network, table.messages, channels)
      preview.files.push(presentTable(table, channelId))
      for (const message of toMessages(table, channelId, keys)) byKey.set(message.key, message)
    }
  }
  preview.files.sort((a, b) => a.file - b.file)
  const messages = [...byKey.values()]
  const known = await standingKeys(db, [...byKey.keys()])
  const fresh = messages.filter(({ key }) => !known.has(key))
  const { kept, erased } = await withoutErased(db, fresh)
  const taken = wanted === 'take-in' ? fresh : kept
  preview.totals = {
    files: new Set(tables.map(({ file }) => file)).size, messages: messages.length, added: taken.length, known: known.size, erased,
    conversations: new Set(messages.map(({ network, channelId, threadKey }) => JSON.stringify([network, channelId, threadKey]))).size
  }
  return { preview, messages: taken }
}

async function find(context: CallContext, { clientId, files, own = [], erased = 'leave-out' }: AppInputs['inbox']['previewImport']): Promise<Found & { workspace: Workspace }> {
  const workspace = await context.workspace(clientId)
  return { workspace, ...(await assemble(workspace.reader, await readMessageFiles(context.core, files, context.signal), { own, erased })) }
}

/** What files hold, and what of it would be new. @throws AppError `not-found.file-token` */
export const previewImport = async (context: CallContext, input: AppInputs['inbox']['previewImport']): Promise<MessagePreview> => (await find(context, input)).preview

async function rememberOwn(tx: Tx, own: readonly Names[]): Promise<void> {
  if (own.length === 0) return
  const known = (await getWorkspaceSetting(tx, 'care.ownNames')) ?? []
  const fresh = own.filter(({ network, key }) => key !== '' && !known.some((one) => one.network === network && one.key === key))
  if (fresh.length > 0) await putWorkspaceSetting(tx, 'care.ownNames', [...known, ...fresh].slice(-200))
}

function check({ questions, totals }: MessagePreview, expected: number): void {
  if (questions.length > 0) throw new AppError('conflict.import-questions', { count: questions.length })
  if (totals.added !== expected) throw new AppError('conflict.import-changed')
  if (totals.added === 0) throw new AppError('validation.nothing-selected')
}

const only = (values: readonly string[]): string => (new Set(values).size === 1 ? (values[0] ?? '') : '')

/**
 * Takes messages in. They are written by batches, and count with the one step that puts the row of the import down.
 * @throws AppError `not-found.file-token`, `conflict.import-changed`, `conflict.import-questions`, `validation.nothing-selected`
 */
export async function commitImport(context: CallContext, input: AppInputs['inbox']['commitImport']) {
  const { core } = context
  const { workspace, preview, messages } = await find(context, input)
  const { name, archivedAt } = await workspace.profile()
  if (archivedAt !== null) throw new AppError('conflict.client-archived', { name })
  check(preview, input.expect.added)
  const importId = core.newId()
  const touched = new Set<string>()
  for (const part of chunks(messages, 5000)) for (const id of (await workspace.write((tx) => storeMessages(tx, importId, part, () => core.newId()))).conversationIds) touched.add(id)
  const source = preview.files.every(({ kind }) => kind === 'notification') ? 'mail' : 'archive'
  const row = {
    id: importId, source, name: only(preview.files.map((file) => file.name)), network: only(messages.map(({ network }) => network)), channel_id: only(messages.map(({ channelId }) => channelId)), created_at: core.now()
  } as const
  return context.command(
    input.clientId,
    async (tx) => {
      const { added } = (await tx('message').where({ import_id: importId }).count({ added: '*' }).first()) as { added: number }
      await insertImport(tx, { ...row, added })
      await rememberOwn(tx, input.own ?? [])
      await settleConversations(tx, [...touched])
      await suggestFor(tx, [...touched], suggestion)
      await runRules(tx, core, workspace, [...touched])
      return { importId, added, known: preview.totals.known, conversations: touched.size }
    },
    { data: { count: messages.length } }
  )
}
