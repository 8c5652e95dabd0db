import type { Tx } from '../../context'
import { rememberErased, settleConversations } from '../inbox'
import type { Scope } from './erase-scope'

const NO_MEDIA = JSON.stringify({ assetIds: [], attachments: [] })
const inList = 'id IN (SELECT value FROM json_each(?))'

async function update(tx: Tx, table: string, ids: readonly (string | number)[], set: string): Promise<void> {
  if (ids.length > 0) await tx.raw(`UPDATE ?? SET ${set} WHERE ${inList}`, [table, JSON.stringify(ids)])
}
async function remove(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.raw(`DELETE FROM ?? WHERE ${inList}`, [table, JSON.stringify(ids)])
}

/** Messages stay as rows: that there was one, when, and in which conversation. */
async function blankMessages(tx: Tx, { messageIds, outgoingIds }: Scope): Promise<void> {
  const words = `text = '', link = '', media_json = '${NO_MEDIA}', message_key = 'erased ' || id`
  await update(tx, 'message', messageIds, `${words}, author = '', author_key = ''`)
  await update(tx, 'message', outgoingIds, words)
}

async function blankConversations(tx: Tx, { alone, shared, known }: Scope): Promise<void> {
  await update(tx, 'conversation', alone, "title = '', permalink = '', thread_key = 'erased ' || id")
  await update(tx, 'conversation_care', alone, "reason = ''")
  const rows = (await tx.raw(`SELECT id, title, permalink, thread_key FROM conversation WHERE ${inList}`, [JSON.stringify(shared)])) as { id: string; title: string; permalink: string; thread_key: string }[]
  for (const { id, title, permalink, thread_key } of rows) {
    const change = { ...(known.names(title) && { title: '' }), ...(known.names(permalink) && { permalink: '' }), ...(known.names(thread_key) && { thread_key: `erased ${id}` }) }
    if (Object.keys(change).length > 0) await tx('conversation').where({ id }).update(change)
  }
  const cares = (await tx.raw(`SELECT id, reason FROM conversation_care WHERE ${inList} AND reason <> ''`, [JSON.stringify(shared)])) as { id: string; reason: string }[]
  await update(tx, 'conversation_care', cares.filter(({ reason }) => known.names(reason)).map(({ id }) => id), "reason = ''")
  const labels = (await tx('conversation_label').select('id', 'name')) as { id: string; name: string }[]
  await remove(tx, 'conversation_label', labels.filter(({ name }) => known.names(name)).map(({ id }) => id))
}

async function removeCards(tx: Tx, { cardIds, outreachIds, person }: Scope): Promise<void> {
  await remove(tx, 'outreach', outreachIds)
  for (const table of ['person_merge', 'person_label', 'person_handle']) await tx.raw('DELETE FROM ?? WHERE person_id IN (SELECT value FROM json_each(?))', [table, JSON.stringify(cardIds)])
  await remove(tx, 'person', cardIds)
  const keys = JSON.stringify([...cardIds, ...person.handles.map(({ network, person_key }) => `${network} ${person_key}`)])
  await tx.raw('DELETE FROM person_apart WHERE one IN (SELECT value FROM json_each(?)) OR other IN (SELECT value FROM json_each(?))', [keys, keys])
}

/** Erases the words and whom they are of. What is left says that something was there, and that it was answered. */
export async function eraseRows(tx: Tx, scope: Scope, at: string): Promise<void> {
  await blankMessages(tx, scope)
  await blankConversations(tx, scope)
  await update(tx, 'reply', scope.replyIds, "text = ''")
  await remove(tx, 'reply_draft', scope.draftIds)
  await remove(tx, 'internal_note', scope.noteIds)
  await update(tx, 'care_evidence', scope.evidenceIds, "text = '', author = '', link = '', reason = '', asset_id = NULL")
  await update(tx, 'incident_entry', scope.incidentEntryIds, "text = ''")
  await removeCards(tx, scope)
  await remove(tx, 'handle_entry', scope.bookEntryIds)
  await remove(tx, 'handle_person', scope.bookPersonIds)
  await remove(tx, 'job', scope.jobIds)
  if (scope.assetIds.length > 0) await tx.raw(`UPDATE asset SET trashed_at = ? WHERE ${inList} AND trashed_at IS NULL`, [at, JSON.stringify(scope.assetIds)])
  await rememberErased(tx, scope.person.handles.map(({ network, person_key }) => ({ network, key: person_key })), at)
  await settleConversations(tx, [...scope.alone, ...scope.shared])
  // Taken-out words stay in the index until its parts are written together.
  await tx.raw("INSERT INTO message_search (message_search) VALUES ('optimize')")
}
