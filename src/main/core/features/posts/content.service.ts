import { outStates, stateAfterEdit } from '../../../../shared/features/posts/post-states'
import type { Tx } from '../../context'
import { type PostContext, type MediaDraft, toMediaRows } from './insert-posts.service'
import type { VariantRow } from './post-rows'
import { insertMedia, listMediaRows, type MediaRow, removeMedia, updateMediaRow } from './post-parts.repository'
import { updateVariantRow } from './variants.repository'

/** The words that a variant inherits where it has none of its own. */
export type Inherited = 'text' | 'link' | 'first_comment'

const wentOut = ({ state }: VariantRow): boolean => (outStates as readonly string[]).includes(state)

/** An approval ends with the words or pictures that it was given for. */
export async function voidApproval(tx: Tx, variant: VariantRow): Promise<void> {
  const state = stateAfterEdit(variant.state)
  if (state !== variant.state) await updateVariantRow(tx, variant.id, { state, state_note: '' })
}

/**
 * Before the words of a post change: what went out keeps those it went out with, and what is approved has to be looked at
 * again.
 * @param was the words that are about to change, as they are now
 */
export async function beforeWordsChange(tx: Tx, variants: readonly VariantRow[], was: Partial<Record<Inherited, string>>): Promise<void> {
  const columns = Object.keys(was) as Inherited[]
  for (const variant of variants) {
    const inherits = columns.filter((column) => variant[column] === null)
    if (inherits.length === 0) continue
    if (wentOut(variant)) await updateVariantRow(tx, variant.id, Object.fromEntries(inherits.map((column) => [column, was[column]])))
    else await voidApproval(tx, variant)
  }
}

/** The same for the media of a post. */
async function beforeMediaChange(tx: Tx, ctx: PostContext, variants: readonly VariantRow[], was: readonly MediaRow[]): Promise<void> {
  for (const variant of variants.filter(({ own_media }) => own_media === 0)) {
    if (!wentOut(variant)) {
      await voidApproval(tx, variant)
      continue
    }
    await updateVariantRow(tx, variant.id, { own_media: 1 })
    await insertMedia(tx, was.map((row) => ({ ...row, id: ctx.newId(), variant_id: variant.id })))
  }
}

/** Brings rows to what is wanted, and keeps those that are the same picture: their order and words change only. */
async function bringTo(tx: Tx, ctx: PostContext, postId: string, variantId: string | null, rows: readonly MediaRow[], wanted: readonly MediaDraft[]): Promise<boolean> {
  const left = [...rows]
  const made: MediaRow[] = []
  let changed = false
  for (const row of toMediaRows(ctx, postId, variantId, wanted)) {
    const index = left.findIndex((other) => other.asset_id === row.asset_id)
    const known = index < 0 ? undefined : left.splice(index, 1)[0]
    if (!known) made.push(row)
    else if (known.position !== row.position || known.alt_text !== row.alt_text) {
      await updateMediaRow(tx, known.id, { position: row.position, alt_text: row.alt_text })
      changed = true
    }
  }
  await removeMedia(tx, left.map((row) => row.id))
  await insertMedia(tx, made)
  return changed || left.length > 0 || made.length > 0
}

const sameMedia = (rows: readonly MediaRow[], wanted: readonly MediaDraft[]): boolean =>
  rows.length === wanted.length &&
  rows.every((row, index) => row.asset_id === wanted[index]?.assetId && row.alt_text === (wanted[index].altText ?? null))

/** @returns true when something changed */
export async function setPostMedia(tx: Tx, ctx: PostContext, postId: string, variants: readonly VariantRow[], media: readonly MediaDraft[]): Promise<boolean> {
  const rows = (await listMediaRows(tx, [postId])).filter((row) => row.variant_id === null)
  if (sameMedia(rows, media)) return false
  await beforeMediaChange(tx, ctx, variants, rows)
  return bringTo(tx, ctx, postId, null, rows, media)
}

/**
 * @param media null: the variant shows those of the post again
 * @returns true when something changed
 */
export async function setVariantMedia(tx: Tx, ctx: PostContext, variant: VariantRow, media: readonly MediaDraft[] | null): Promise<boolean> {
  const rows = (await listMediaRows(tx, [variant.post_id])).filter((row) => row.variant_id === variant.id)
  const own = media === null ? 0 : 1
  const rearranged = await bringTo(tx, ctx, variant.post_id, variant.id, rows, media ?? [])
  if (!rearranged && variant.own_media === own) return false
  if (variant.own_media !== own) await updateVariantRow(tx, variant.id, { own_media: own })
  await voidApproval(tx, variant)
  return true
}
