import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { CallContext, Tx } from '../../context'
import { getPostRow, getVariant } from '../posts'
import { getConversation } from './care.repository'
import { findStarts } from './starting-posts.queries'

type Inputs = AppInputs['inbox']

/** @throws AppError `not-found.variant`, also where its post is in the trash */
async function requireStart(tx: Tx, variantId: string): Promise<void> {
  const { post_id } = await getVariant(tx, variantId)
  if ((await getPostRow(tx, post_id)).trashed_at !== null) throw new AppError('not-found.variant', { variant: variantId })
}

async function put(tx: Tx, id: string, variantId: string): Promise<void> {
  const known = (await tx('conversation_post').where({ id }).first('variant_id')) as { variant_id: string } | undefined
  if (known?.variant_id === variantId) return
  if (known) await tx('conversation_post').where({ id }).update({ variant_id: variantId })
  else await tx('conversation_post').insert({ id, variant_id: variantId })
}

const drop = (tx: Tx, id: string): Promise<unknown> => tx('conversation_post').where({ id }).delete()

/** Belongs to the transaction of a step. @throws AppError `not-found.variant` */
export async function setStart(tx: Tx, conversationId: string, variantId: string): Promise<void> {
  await requireStart(tx, variantId)
  await put(tx, conversationId, variantId)
}

/** @throws AppError `not-found.conversation`, `not-found.variant` */
export function choosePost(context: CallContext, { clientId, conversationId, variantId }: Inputs['choosePost']): Promise<void> {
  return context.command(clientId, async (tx) => {
    await getConversation(tx, conversationId, context.core.now())
    if (variantId !== null) return setStart(tx, conversationId, variantId)
    const linked = (await findStarts(tx, [conversationId])).get(conversationId)?.linked ?? null
    await (linked === null ? drop(tx, conversationId) : put(tx, conversationId, ''))
  })
}

/** @throws AppError `not-found.conversation` */
export function forgetPost(context: CallContext, { clientId, conversationId }: Inputs['forgetPost']): Promise<void> {
  return context.command(clientId, async (tx) => {
    await getConversation(tx, conversationId, context.core.now())
    await drop(tx, conversationId)
  })
}
