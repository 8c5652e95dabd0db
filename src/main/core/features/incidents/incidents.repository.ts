import { AppError } from '../../../../shared/errors/app-error'
import type { IncidentSummary } from '../../../../shared/features/incidents/incidents.schema'
import type { Reader, Tx } from '../../context'
import type { EntryRow, IncidentRow } from './incident-rows'

type Db = Reader | Tx

/** @throws AppError `not-found.incident` */
export async function getIncidentRow(db: Db, id: string): Promise<IncidentRow> {
  const row = (await db('incident').where({ id }).first()) as IncidentRow | undefined
  if (!row) throw new AppError('not-found.incident', { incident: id })
  return row
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed` */
export async function getOpenIncident(db: Db, id: string): Promise<IncidentRow> {
  const row = await getIncidentRow(db, id)
  if (row.state === 'closed') throw new AppError('conflict.incident-closed', { title: row.title })
  return row
}

export async function insertIncident(tx: Tx, row: IncidentRow): Promise<void> {
  await tx('incident').insert(row)
}

export async function updateIncident(tx: Tx, id: string, change: Partial<IncidentRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx('incident').where({ id }).update(change)
}

type SummaryRow = Pick<IncidentRow, 'id' | 'title' | 'level' | 'state' | 'started_at' | 'ended_at'> & { frozen: number; entries: number; evidence: number }

const toSummary = (row: SummaryRow): IncidentSummary => ({
  id: row.id, title: row.title, level: row.level, state: row.state, startedAt: row.started_at, endedAt: row.ended_at, frozen: row.frozen > 0, entries: row.entries, evidence: row.evidence
})

const summaries = (db: Db) =>
  db('incident')
    .select('id', 'title', 'level', 'state', 'started_at', 'ended_at')
    .select(db.raw('(SELECT count(*) FROM incident_freeze f WHERE f.incident_id = incident.id AND f.ended_at IS NULL) AS frozen'))
    .select(db.raw('(SELECT count(*) FROM incident_entry e WHERE e.incident_id = incident.id) AS entries'))
    .select(db.raw('(SELECT count(*) FROM care_evidence c WHERE c.incident_id = incident.id) AS evidence'))

/** Open ones first, then the newest. */
export async function listIncidents(db: Db): Promise<IncidentSummary[]> {
  return ((await summaries(db).orderByRaw("state = 'closed', started_at DESC, id DESC")) as SummaryRow[]).map(toSummary)
}

export async function getSummary(db: Db, id: string): Promise<IncidentSummary> {
  const row = (await summaries(db).where({ id }).first()) as SummaryRow | undefined
  if (!row) throw new AppError('not-found.incident', { incident: id })
  return toSummary(row)
}

/** The worst first. */
export async function listOpenIncidents(db: Db): Promise<IncidentRow[]> {
  return (await db('incident').whereIn('state', ['open', 'calm']).orderByRaw("state = 'calm', level DESC, started_at DESC")) as IncidentRow[]
}

export async function listEntries(db: Db, incidentId: string): Promise<EntryRow[]> {
  return (await db('incident_entry').where({ incident_id: incidentId }).orderBy(['happened_at', 'created_at', 'id'])) as EntryRow[]
}

export async function insertEntry(tx: Tx, row: EntryRow): Promise<void> {
  await tx('incident_entry').insert(row)
}

/** One that a person wrote. @throws AppError `not-found.incident-item` */
async function getOwnEntry(tx: Tx, id: string): Promise<EntryRow> {
  const row = (await tx('incident_entry').where({ id, action: '' }).first()) as EntryRow | undefined
  if (!row) throw new AppError('not-found.incident-item', { item: id })
  return row
}

/** @throws AppError `not-found.incident-item` */
export async function updateEntry(tx: Tx, id: string, change: Partial<Pick<EntryRow, 'kind' | 'text' | 'happened_at'>>): Promise<void> {
  await getOwnEntry(tx, id)
  if (Object.keys(change).length > 0) await tx('incident_entry').where({ id }).update(change)
}

/** @throws AppError `not-found.incident-item` */
export async function removeEntry(tx: Tx, id: string): Promise<void> {
  await getOwnEntry(tx, id)
  await tx('incident_entry').where({ id }).delete()
}
