import { AppError } from '../../../../shared/errors/app-error'
import { canBecome } from '../../../../shared/features/posts/post-states'
import type { Reader, Tx } from '../../context'
import { findOutgoing, type Outgoing } from './outgoing.queries'

/** @throws AppError `not-found.variant` */
export async function getOutgoing(db: Reader | Tx, variantId: string): Promise<Outgoing> {
  const found = await findOutgoing(db, variantId)
  if (!found) throw new AppError('not-found.variant', { variant: variantId })
  return found
}

export interface Publication {
  permalink: string
  publishedAt: string
  by: string
}

/** Marks a variant as out; its way there stays on record. @throws AppError `conflict.post-state` */
export async function updatePublished(tx: Tx, { id, state }: Outgoing, { permalink, publishedAt, by }: Publication): Promise<void> {
  // Corrected, as long as nothing else of it changes: a record may get the link it lacked.
  if (state !== 'published' && !canBecome(state, 'published')) throw new AppError('conflict.post-state', { from: state, to: 'published' })
  await tx('variant').where({ id }).update({ state: 'published', state_note: '', permalink, published_at: publishedAt, published_by: by, snoozed_until: null })
}

/** @returns how many were held back @throws AppError `not-found.variant` */
export async function updateSnoozed(tx: Tx, variantIds: readonly string[], until: string | null): Promise<number> {
  let changed = 0
  for (const id of new Set(variantIds)) {
    const count = await tx('variant').where({ id }).update({ snoozed_until: until })
    if (count === 0) throw new AppError('not-found.variant', { variant: id })
    changed += count
  }
  return changed
}
