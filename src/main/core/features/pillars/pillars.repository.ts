import { AppError } from '../../../../shared/errors/app-error'
import type { Pillar } from '../../../../shared/features/pillars/pillars.contract'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

interface PillarRow {
  id: string
  name: string
  color: string
  description: string
  target_share: number | null
  position: number
}

const toPillar = (row: PillarRow): Pillar => ({
  id: row.id,
  name: row.name,
  color: row.color,
  description: row.description,
  targetShare: row.target_share,
  position: row.position
})
const toRow = (pillar: Pillar): PillarRow => ({
  id: pillar.id,
  name: pillar.name,
  color: pillar.color,
  description: pillar.description,
  target_share: pillar.targetShare,
  position: pillar.position
})

export async function listPillars(db: Db): Promise<Pillar[]> {
  return ((await db('pillar').orderBy(['position', 'name'])) as PillarRow[]).map(toPillar)
}

/** Posts by pillar; the key null holds those without one. Days are those the posts are planned on. */
export async function countPostsByPillar(db: Db, days?: { from: string; to: string }): Promise<Map<string | null, number>> {
  const rows = (await db('post')
    .where({ stage: 'post' })
    .whereNull('trashed_at')
    .modify((query) => {
      if (days) void query.whereBetween('planned_on', [days.from, days.to])
    })
    .groupBy('pillar_id')
    .select('pillar_id')
    .count({ count: '*' })) as { pillar_id: string | null; count: number }[]
  return new Map(rows.map((row) => [row.pillar_id, row.count]))
}

/** @throws AppError `not-found.pillar` */
export async function getPillar(db: Db, id: string): Promise<Pillar> {
  const row = (await db('pillar').where({ id }).first()) as PillarRow | undefined
  if (!row) throw new AppError('not-found.pillar', { pillar: id })
  return toPillar(row)
}

async function assertNameFree(tx: Tx, { id, name }: Pillar): Promise<void> {
  if (await tx('pillar').where({ name }).whereNot({ id }).first('id')) throw new AppError('conflict.name-in-use', { name })
}

/** @throws AppError `conflict.name-in-use` */
export async function insertPillar(tx: Tx, pillar: Pillar): Promise<void> {
  await assertNameFree(tx, pillar)
  await tx('pillar').insert(toRow(pillar))
}

/** @throws AppError `conflict.name-in-use` */
export async function updatePillar(tx: Tx, pillar: Pillar): Promise<void> {
  await assertNameFree(tx, pillar)
  await tx('pillar').where({ id: pillar.id }).update(toRow(pillar))
}

/** @throws AppError `not-found.pillar` */
export async function reorderPillars(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = (await tx('pillar').orderBy('position').pluck('id')) as string[]
  const missing = ids.find((id) => !known.includes(id))
  if (missing !== undefined) throw new AppError('not-found.pillar', { pillar: missing })
  const order = [...new Set([...ids, ...known])]
  for (const [position, id] of order.entries()) await tx('pillar').where({ id }).whereNot({ position }).update({ position })
}

/** @throws AppError `not-found.pillar` */
export async function removePillar(tx: Tx, id: string): Promise<void> {
  if ((await tx('pillar').where({ id }).delete()) === 0) throw new AppError('not-found.pillar', { pillar: id })
}
