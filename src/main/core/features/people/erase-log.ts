import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
import type { Scope } from './erase-scope'

/** Tables whose rows may tell of people. */
const TABLES = [
  'conversation_care', 'conversation_label', 'reply_draft', 'reply', 'internal_note', 'care_evidence', 'incident_entry', 'person', 'person_handle', 'person_label', 'person_merge', 'person_apart', 'outreach', 'handle_person', 'handle_entry'
] as const

interface Logged {
  id: number
  step_id: number
  row_id: string
  before_json: string | null
  after_json: string | null
}
interface Row {
  conversation_id?: string
  person_id?: string | null
  network?: string
  person_key?: string
}

/** Rows of the change log that hold what is erased. */
export interface LogScope {
  changeIds: number[]
  stepIds: number[]
}

function concernsIn(scope: Scope): (change: Logged) => boolean {
  const { alone, known, cardIds, person } = scope
  const ids = new Set<string>([...alone, ...cardIds, ...scope.replyIds, ...scope.draftIds, ...scope.noteIds, ...scope.evidenceIds, ...scope.incidentEntryIds, ...scope.outreachIds, ...scope.bookEntryIds, ...scope.bookPersonIds])
  const handles = new Set(person.handles.map(({ network, person_key }) => `${network} ${person_key}`))
  const tells = (json: string): boolean => {
    const { conversation_id = '', person_id, network = '', person_key = '' } = JSON.parse(json) as Row
    return ids.has(conversation_id) || ids.has(person_id ?? '') || handles.has(`${network} ${person_key}`) || known.names(json)
  }
  return ({ row_id, before_json, after_json }) => ids.has(row_id) || (before_json !== null && tells(before_json)) || (after_json !== null && tells(after_json))
}

const AT_ONCE = 5000

export async function findLogged(db: Reader | Tx, scope: Scope): Promise<LogScope> {
  const concerns = concernsIn(scope)
  const found: LogScope = { changeIds: [], stepIds: [] }
  const steps = new Set<number>()
  for (const table of TABLES) {
    let last = 0
    for (;;) {
      const rows = (await db('change').where({ table_name: table }).where('id', '>', last).orderBy('id').limit(AT_ONCE).select('id', 'step_id', 'row_id', 'before_json', 'after_json')) as Logged[]
      for (const row of rows) {
        if (!concerns(row)) continue
        found.changeIds.push(row.id)
        steps.add(row.step_id)
      }
      last = rows.at(-1)?.id ?? last
      if (rows.length < AT_ONCE) break
    }
  }
  const counted = (await db.raw("SELECT id FROM change_step WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'do' AND state IN ('live', 'undone')", [JSON.stringify([...steps])])) as { id: number }[]
  found.stepIds = counted.map(({ id }) => id)
  return found
}

/** Takes rows out of the log; steps that had them can no longer be undone or done again. */
export async function forgetLogged(tx: Tx, scope: Scope, { changeIds, stepIds }: LogScope): Promise<void> {
  for (const part of chunks(changeIds, 500)) await tx('change').whereIn('id', part).delete()
  for (const part of chunks(stepIds, 500)) await tx('change_step').whereIn('id', part).update({ state: 'dropped' })
  // Sentences of steps name whom they were about.
  const named = (await tx('change_step').whereNot('data_json', '{}').select('id', 'data_json')) as { id: number; data_json: string }[]
  for (const { id, data_json } of named) if (scope.known.names(data_json)) await tx('change_step').where({ id }).update({ data_json: '{"name":"–"}' })
}
