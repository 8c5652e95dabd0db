import { AppError } from '../../../../shared/errors/app-error'
import { isSettled } from '../../../../shared/features/posts/post-states'
import { resolvePlanned, shiftPlanned } from '../../../../shared/features/posts/planned-time'
import type { PlannedInput, PlannedTime } from '../../../../shared/features/posts/posts.schema'
import { daysBetween } from '../../../../shared/time'
import type { Tx } from '../../context'
import type { PostContext } from './insert-posts.service'
import { nameOf, toPlanned, toPlannedColumns, unplanned } from './post-rows'
import { getVariants } from './variants.repository'
import { isOut, loadTimetable, movePost, moveVariant, storeTimetable, type Timetable, type TimetableEntry } from './timetable'

export type ScheduleItem =
  | { postId: string; planned: PlannedInput | null }
  | { variantId: string; planned: PlannedInput | null; inherit?: boolean }

const planOf = (ctx: PostContext, planned: PlannedInput | null) =>
  planned ? toPlannedColumns(resolvePlanned(planned, ctx.zone, ctx.pick)) : unplanned

function refusePublished(title: string): never {
  throw new AppError('conflict.post-published', { title })
}

function schedulePost(table: Timetable, ctx: PostContext, { postId, planned }: { postId: string; planned: PlannedInput | null }): void {
  const entry = table.get(postId)
  if (!entry) throw new AppError('not-found.post', { post: postId })
  if (isOut(entry.variants)) refusePublished(nameOf(entry.post))
  movePost(entry, planOf(ctx, planned))
}

function scheduleVariant(
  table: Timetable,
  ctx: PostContext,
  postId: string,
  { variantId, planned, inherit }: { variantId: string; planned: PlannedInput | null; inherit?: boolean }
): void {
  const entry = table.get(postId)
  const variant = entry?.variants.find(({ id }) => id === variantId)
  if (!entry || !variant) throw new AppError('not-found.variant', { variant: variantId })
  if (variant.state === 'handed-over' || variant.state === 'published') refusePublished(nameOf(entry.post))
  if (inherit) moveVariant(entry, variant, entry.post, false)
  else moveVariant(entry, variant, planOf(ctx, planned), true)
}

/**
 * Sets or takes away times, of posts or of single variants, in the order of the items.
 * @returns how many posts changed
 * @throws AppError `not-found.post`, `not-found.variant`, `conflict.post-published`, `validation.zone`, `validation.wall-time`
 */
export async function schedulePosts(tx: Tx, ctx: PostContext, items: readonly ScheduleItem[]): Promise<number> {
  const variantIds = items.flatMap((item) => ('variantId' in item ? item.variantId : []))
  const owners = new Map((await getVariants(tx, variantIds)).map((variant) => [variant.id, variant.post_id]))
  const table = await loadTimetable(tx, [...items.flatMap((item) => ('postId' in item ? item.postId : [])), ...owners.values()])
  for (const item of items) {
    if ('postId' in item) schedulePost(table, ctx, item)
    else scheduleVariant(table, ctx, owners.get(item.variantId) ?? '', item)
  }
  return storeTimetable(tx, table, ctx.now())
}

/** The channels of a post that have a time of their own keep their distance to it, and their clock time. */
function moveOwnTimes(entry: TimetableEntry, days: number, pick?: PlannedTime['pick']): void {
  if (days === 0) return
  for (const variant of entry.variants) {
    const own = variant.own_time === 1 && !isSettled(variant.state) ? toPlanned(variant) : null
    if (own) moveVariant(entry, variant, toPlannedColumns(shiftPlanned(own, days, pick)), true)
  }
}

/** Moves each post that is not out. @param move says whether it could be moved @returns how many moved, and how many stayed */
async function moveEach(tx: Tx, ctx: PostContext, ids: readonly string[], move: (entry: TimetableEntry) => boolean): Promise<{ changed: number; kept: number }> {
  const table = await loadTimetable(tx, ids)
  let kept = 0
  for (const entry of table.values()) if (isOut(entry.variants) || !move(entry)) kept += 1
  return { changed: await storeTimetable(tx, table, ctx.now()), kept }
}

/**
 * Moves posts by days; each keeps its clock time and its zone. What was handed over or published stays.
 * @returns how many posts moved, and how many have nothing left that could
 * @throws AppError `not-found.post`, `validation.wall-time`
 */
export function shiftPosts(tx: Tx, ctx: PostContext, ids: readonly string[], days: number, pick = ctx.pick): Promise<{ changed: number; kept: number }> {
  return moveEach(tx, ctx, ids, (entry) => {
    const planned = toPlanned(entry.post)
    if (planned) movePost(entry, toPlannedColumns(shiftPlanned(planned, days, pick)))
    moveOwnTimes(entry, days, pick)
    return true
  })
}

/**
 * Gives posts another day, another clock time, or both; times of their channels' own move as many days along.
 * @returns how many posts moved, and how many stayed: those that are out, and those without a time that get half of one
 * @throws AppError `not-found.post`, `validation.wall-time`
 */
export function reschedulePosts(tx: Tx, ctx: PostContext, ids: readonly string[], to: { date?: string | undefined; time?: string | undefined }, pick = ctx.pick): Promise<{ changed: number; kept: number }> {
  return moveEach(tx, ctx, ids, (entry) => {
    const planned = toPlanned(entry.post)
    const { date = planned?.date, time = planned?.time } = to
    if (date === undefined || time === undefined) return false
    const zone = planned?.zone ?? ctx.zone
    movePost(entry, toPlannedColumns(resolvePlanned({ date, time, zone }, zone, pick)))
    if (planned) moveOwnTimes(entry, daysBetween(planned.date, date), pick)
    return true
  })
}
