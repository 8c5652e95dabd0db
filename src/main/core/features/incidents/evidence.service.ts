import type { AppInputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { webAddress } from '../../../../shared/features/channels/handles'
import type { IncidentEvidence } from '../../../../shared/features/incidents/incidents.schema'
import type { CallContext, CoreServices, Reader, Tx } from '../../context'
import { presentAssets, requireAssets } from '../assets'
import { type EvidenceRow, getConversation, insertEvidence, listMessages, mediaOf } from '../inbox'
import { getOpenIncident } from './incidents.repository'
import { noteAction } from './timeline'

type Input = AppInputs['incidents']['addEvidence']

const MOST = 200

/** Messages of a conversation as they are now: a row each, and one more for every further picture. The newest where there are more than 200. */
export async function keepMessages(tx: Tx, core: Pick<CoreServices, 'now' | 'newId'>, incidentId: string, conversationId: string, { ids, note }: { ids?: readonly string[] | undefined; note: string }): Promise<number> {
  const { permalink } = await getConversation(tx, conversationId, core.now())
  const wanted = (await listMessages(tx, conversationId)).filter((row) => (ids ? ids.includes(String(row.id)) : row.direction === 'in')).slice(-MOST)
  const created_at = core.now()
  const rows = wanted.flatMap(({ text, author, link, sent_at, media_json }): EvidenceRow[] => {
    const [first = null, ...more] = mediaOf(media_json).assetIds
    const row = { conversation_id: conversationId, incident_id: incidentId, action: 'kept' as const, author, link: link || permalink, seen_at: sent_at, reason: note, created_at }
    return [{ ...row, id: core.newId(), text, asset_id: first }, ...more.map((asset_id) => ({ ...row, id: core.newId(), text: '', asset_id }))]
  })
  for (const row of rows) await insertEvidence(tx, row)
  return rows.length
}

function linkOf(text: string): string {
  if (text.trim() === '') return ''
  const link = webAddress(text)
  if (!link) throw new AppError('validation.link', { link: text })
  return link
}

/** What was added by hand: a text, pictures, or both. */
async function keepOther(tx: Tx, core: CoreServices, { incidentId, conversationId = '', text = '', author = '', link = '', seenAt, note = '', assetIds = [] }: Input): Promise<number> {
  const [first = null, ...more] = assetIds
  if (text.trim() === '' && first === null) return 0
  const now = core.now()
  const row = { conversation_id: conversationId, incident_id: incidentId, action: 'kept' as const, author: author.trim(), link: linkOf(link), seen_at: seenAt ?? now, reason: note, created_at: now }
  await insertEvidence(tx, { ...row, id: core.newId(), text, asset_id: first })
  for (const asset_id of more) await insertEvidence(tx, { ...row, id: core.newId(), text: '', asset_id })
  return 1 + more.length
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed`, `not-found.conversation`, `not-found.asset`, `validation.capture-empty`, `validation.link` */
export function addEvidence(context: CallContext, input: Input): Promise<{ added: number }> {
  const { clientId, incidentId, conversationId, messageIds, assetIds = [], text = '', note = '', by = '' } = input
  const { core } = context
  return context.command(clientId, async (tx) => {
    await getOpenIncident(tx, incidentId)
    await requireAssets(tx, assetIds)
    const byHand = text.trim() !== '' || assetIds.length > 0
    const messages = conversationId !== undefined && (!byHand || messageIds !== undefined) ? await keepMessages(tx, core, incidentId, conversationId, { ids: messageIds, note }) : 0
    const added = messages + (await keepOther(tx, core, input))
    if (added === 0) throw new AppError('validation.capture-empty')
    await noteAction(tx, core, incidentId, { action: 'evidence', data: { n: added }, text: note, author: by, conversationId })
    return { added }
  })
}

/** What the locker holds, by the time that is on it. */
export async function listLocker(context: CallContext, db: Reader, clientId: string, incidentId: string): Promise<IncidentEvidence[]> {
  const rows = (await db('care_evidence').where({ incident_id: incidentId }).orderBy(['seen_at', 'created_at', 'id'])) as EvidenceRow[]
  const ids = [...new Set(rows.flatMap(({ asset_id }) => (asset_id === null ? [] : [asset_id])))]
  const found = ids.length === 0 ? [] : ((await db('asset').whereIn('id', ids)) as Parameters<typeof presentAssets>[3])
  const pictures = new Map((await presentAssets(context, db, clientId, found)).map(({ id, thumbnailUrl, altText }) => [id, { assetId: id, thumbnailUrl, alt: altText }]))
  return rows.map(({ id, conversation_id, action, text, author, link, asset_id, seen_at, reason, created_at }) => ({
    id, conversationId: conversation_id || null, action, text, author, link, picture: pictures.get(asset_id ?? '') ?? null, seenAt: seen_at, reason, createdAt: created_at
  }))
}
