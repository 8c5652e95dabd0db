import type { ErasureEntry } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'

interface ErasureRow {
  id: string
  kind: 'export' | 'erase'
  reason: string
  counts_json: string
  done_by: string
  created_at: string
}

export async function insertErasure(tx: Tx, { id, kind, reason, counts, doneBy, at }: ErasureEntry): Promise<void> {
  await tx('erasure').insert({ id, kind, reason, counts_json: JSON.stringify(counts), done_by: doneBy, created_at: at })
}

export async function listErasures(db: Reader, { offset, limit }: { offset: number; limit: number }): Promise<{ total: number; entries: ErasureEntry[] }> {
  const rows = (await db('erasure').orderBy('created_at', 'desc').orderBy('id', 'desc').offset(offset).limit(limit)) as ErasureRow[]
  const { n } = (await db('erasure').count({ n: '*' }).first()) as { n: number }
  return { total: n, entries: rows.map(({ id, kind, reason, counts_json, done_by, created_at }) => ({ id, kind, reason, counts: JSON.parse(counts_json) as Record<string, number>, doneBy: done_by, at: created_at })) }
}
