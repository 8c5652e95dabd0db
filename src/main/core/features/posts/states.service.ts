import { AppError } from '../../../../shared/errors/app-error'
import { canBecome, isSettled, needsNote, needsTime } from '../../../../shared/features/posts/post-states'
import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Tx } from '../../context'
import { nameOf, type PlannedColumns, type PostRow, type VariantRow } from './post-rows'
import { getPostRows, touchPosts } from './posts.repository'
import { getVariants, updateVariantStates, type VariantStateChange } from './variants.repository'

export interface StateChange {
  variantId: string
  state: VariantState
  note?: string
  /** When it happened, an instant; left out: now. */
  at?: string
  /** Who published it. */
  by?: string
  /** Where it can be seen; left out: as before. */
  permalink?: string
}

/** What is open again follows its post again, which may have moved without it. */
function planAfter(variant: VariantRow, state: VariantState, post: PostRow): PlannedColumns {
  const reopened = isSettled(variant.state) && !isSettled(state) && variant.own_time === 0
  const { planned_on, planned_time, zone, planned_pick, planned_instant } = reopened ? post : variant
  return { planned_on, planned_time, zone, planned_pick, planned_instant }
}

function changed(variant: VariantRow, plan: PlannedColumns, { state, note, at, by, permalink }: StateChange, now: string): VariantStateChange {
  return {
    id: variant.id,
    ...plan,
    state,
    state_note: note?.trim() ?? '',
    snoozed_until: null,
    handed_over_at: state === 'handed-over' ? (at ?? now) : state === 'published' ? variant.handed_over_at : null,
    published_at: state === 'published' ? (at ?? now) : null,
    published_by: state === 'published' ? (by ?? '') : '',
    permalink: permalink ?? variant.permalink
  }
}

function check(variant: VariantRow, plan: PlannedColumns, { state, note }: StateChange, title: string): void {
  if (!canBecome(variant.state, state)) throw new AppError('conflict.post-state', { from: variant.state, to: state })
  if (needsNote(state) && !note?.trim()) throw new AppError('validation.note-missing', { state })
  if (needsTime(state) && plan.planned_instant === null) throw new AppError('validation.not-planned', { title })
}

/**
 * Takes variants one step along their states; those that are there already stay as they are.
 * @returns how many changed
 * @throws AppError `not-found.variant`, `conflict.post-state`, `validation.note-missing`, `validation.not-planned`
 */
export async function setVariantStates(tx: Tx, { now }: { now(): string }, changes: readonly StateChange[]): Promise<number> {
  const variants = new Map((await getVariants(tx, changes.map(({ variantId }) => variantId))).map((row) => [row.id, row]))
  const posts = new Map((await getPostRows(tx, [...variants.values()].map((row) => row.post_id))).map((row) => [row.id, row]))
  const at = now()
  const rows: VariantStateChange[] = []
  const touched: string[] = []
  for (const change of changes) {
    const variant = variants.get(change.variantId)
    const post = variant && posts.get(variant.post_id)
    if (!variant || !post || variant.state === change.state) continue
    const plan = planAfter(variant, change.state, post)
    check(variant, plan, change, nameOf(post))
    rows.push(changed(variant, plan, change, at))
    touched.push(post.id)
  }
  await updateVariantStates(tx, rows)
  await touchPosts(tx, touched, at)
  return rows.length
}
