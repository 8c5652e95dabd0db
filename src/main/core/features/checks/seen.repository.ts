import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

/** Keys of the findings that were let be, by variant. */
export async function listSeen(db: Reader | Tx, variantIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const seen = new Map<string, Set<string>>()
  for (const ids of chunks(variantIds)) {
    const rows = (await db('check_seen').whereIn('variant_id', ids).select('variant_id', 'finding_key')) as { variant_id: string; finding_key: string }[]
    for (const row of rows) seen.set(row.variant_id, (seen.get(row.variant_id) ?? new Set()).add(row.finding_key))
  }
  return seen
}

export interface SeenChange {
  id: string
  variantId: string
  key: string
  seen: boolean
  at: string
}

/** @returns 1 when it changed anything @throws AppError `not-found.variant` */
export async function putSeen(tx: Tx, { id, variantId, key, seen, at }: SeenChange): Promise<number> {
  if (!(await tx('variant').where({ id: variantId }).first('id'))) throw new AppError('not-found.variant', { variant: variantId })
  const where = { variant_id: variantId, finding_key: key }
  const there = await tx('check_seen').where(where).first('id')
  if (seen === (there !== undefined)) return 0
  if (seen) await tx('check_seen').insert({ id, ...where, seen_at: at })
  else await tx('check_seen').where(where).delete()
  return 1
}
