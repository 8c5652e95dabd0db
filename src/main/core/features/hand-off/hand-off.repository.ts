import { AppError } from '../../../../shared/errors/app-error'
import type { CoreServices, Reader, Tx } from '../../context'
import { setVariantStates } from '../posts'
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

/** Marks a variant as out; its way there stays on record. One that is out already may still get the link it lacked. @throws AppError `conflict.post-state` */
export async function updatePublished(tx: Tx, core: Pick<CoreServices, 'now'>, { id, state }: Outgoing, { permalink, publishedAt, by }: Publication): Promise<void> {
  if (state === 'published') await tx('variant').where({ id }).update({ permalink, published_at: publishedAt, published_by: by })
  else await setVariantStates(tx, core, [{ variantId: id, state: 'published', at: publishedAt, by, permalink }])
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
