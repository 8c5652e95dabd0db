import type { EntryAction, EntryKind, IncidentEntry } from '../../../../shared/features/incidents/incidents.schema'
import type { CoreServices, Tx } from '../../context'
import { insertEntry } from './incidents.repository'

const kinds: Readonly<Record<Exclude<EntryAction, ''>, EntryKind>> = {
  opened: 'event', level: 'level', frozen: 'decision', 'freeze-ended': 'decision', released: 'decision', now: 'decision', moved: 'decision', dropped: 'decision', overridden: 'decision',
  calmed: 'decision', reopened: 'decision', closed: 'decision', evidence: 'evidence'
}

export interface Noted {
  action: Exclude<EntryAction, ''>
  data?: IncidentEntry['data']
  /** What the person said about it. */
  text?: string | undefined
  author?: string | undefined
  conversationId?: string | undefined
  at?: string | undefined
}

/** Notes in the timeline what the app did, in the same step. */
export async function noteAction(tx: Tx, core: Pick<CoreServices, 'now' | 'newId'>, incidentId: string, { action, data = {}, text = '', author = '', conversationId = '', at }: Noted): Promise<void> {
  const now = core.now()
  await insertEntry(tx, {
    id: core.newId(), incident_id: incidentId, kind: kinds[action], action, data_json: JSON.stringify(data), text, author, conversation_id: conversationId, happened_at: at ?? now, created_at: now
  })
}
