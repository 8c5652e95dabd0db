import type { EntryAction, EntryKind, FreezeDecision, IncidentEntry, IncidentReview } from '../../../../shared/features/incidents/incidents.schema'
import { incidentReview } from '../../../../shared/features/incidents/incidents.schema'

export interface IncidentRow {
  id: string
  title: string
  level: number
  state: 'open' | 'calm' | 'closed'
  summary: string
  conversation_id: string
  review_json: string
  started_at: string
  ended_at: string | null
  created_at: string
}

export interface EntryRow {
  id: string
  incident_id: string
  kind: EntryKind
  action: EntryAction
  data_json: string
  text: string
  author: string
  conversation_id: string
  happened_at: string
  created_at: string
}

export interface FreezeRow {
  id: string
  incident_id: string
  channels_json: string
  reason: string
  started_at: string
  ended_at: string | null
}

export interface FrozenRow {
  id: string
  freeze_id: string
  variant_id: string
  title: string
  network: string
  channel_name: string
  planned_at: string | null
  decision: FreezeDecision
  moved_to: string | null
  reason: string
  decided_by: string
  decided_at: string | null
}

/** Written by this feature alone, so the shapes hold; an answer that a newer version added is left out. */
export const reviewOf = (json: string): IncidentReview => incidentReview.parse(JSON.parse(json))

export const toEntry = (row: EntryRow): IncidentEntry => ({
  id: row.id, kind: row.kind, action: row.action, data: JSON.parse(row.data_json) as IncidentEntry['data'], text: row.text, author: row.author,
  conversationId: row.conversation_id || null, happenedAt: row.happened_at, createdAt: row.created_at
})
