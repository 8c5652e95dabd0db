import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'
import { listSubjectRows } from './matches.queries'

export interface Pair {
  subjectId: number
  variantId: string
}

/** @throws AppError `not-found.subject` */
export async function requireSubjects(tx: Tx, ids: readonly number[]): Promise<void> {
  const found = new Set((await listSubjectRows(tx, ids)).map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new AppError('not-found.subject', { subject: String(missing) })
}

async function updateState(tx: Tx, id: string, state: string): Promise<void> {
  await tx('figure_match').where({ id }).whereNot({ state }).update({ state })
}

/** A pair is confirmed; whatever else was thought of its post, and other posts' claim to its variant, is turned down. */
export async function confirmPair(tx: Tx, { subjectId, variantId }: Pair, newId: () => string): Promise<void> {
  const rows = (await tx('figure_match').where({ subject_id: subjectId }).orWhere({ variant_id: variantId }).select('id', 'subject_id', 'variant_id')) as {
    id: string; subject_id: number; variant_id: string
  }[]
  const own = rows.find((row) => row.subject_id === subjectId && row.variant_id === variantId)
  for (const row of rows) if (row !== own) await updateState(tx, row.id, 'rejected')
  if (own) return updateState(tx, own.id, 'confirmed')
  await tx('figure_match').insert({
    id: newId(), subject_id: subjectId, variant_id: variantId, state: 'confirmed', score: 1, reasons_json: JSON.stringify([{ kind: 'picked' }])
  })
}

/** @param variantId left out: all that is thought of the post */
export async function rejectPairs(tx: Tx, subjectId: number, variantId?: string): Promise<void> {
  const rows = (await tx('figure_match').where({ subject_id: subjectId, ...(variantId !== undefined && { variant_id: variantId }) }).select('id')) as { id: string }[]
  for (const { id } of rows) await updateState(tx, id, 'rejected')
}

/** What a person decided is open again. @returns how many posts it was about */
export async function reopenPairs(tx: Tx, subjectIds: readonly number[]): Promise<number> {
  const rows = (await tx('figure_match').whereIn('subject_id', [...subjectIds]).whereIn('state', ['rejected', 'confirmed']).select('id', 'subject_id')) as { id: string; subject_id: number }[]
  for (const { id } of rows) await updateState(tx, id, 'doubtful')
  return new Set(rows.map(({ subject_id }) => subject_id)).size
}
