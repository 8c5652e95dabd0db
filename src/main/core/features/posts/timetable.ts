import { isSettled, outStates } from '../../../../shared/features/posts/post-states'
import type { Tx } from '../../context'
import { type PlannedColumns, type PostRow, samePlan, type VariantRow } from './post-rows'
import { getPostRows, touchPosts, updatePostTimes } from './posts.repository'
import { listVariants, updateVariantTimes } from './variants.repository'

/** A post with its variants while their times are being changed. */
export interface TimetableEntry {
  post: PostRow
  variants: VariantRow[]
  was: { post: PostRow; variants: readonly VariantRow[] }
}
export type Timetable = Map<string, TimetableEntry>

/** @throws AppError `not-found.post` */
export async function loadTimetable(tx: Tx, postIds: readonly string[]): Promise<Timetable> {
  const posts = await getPostRows(tx, postIds)
  const variants = await listVariants(tx, posts.map(({ id }) => id))
  return new Map(
    posts.map((post) => {
      const rows = variants.get(post.id) ?? []
      return [post.id, { post: { ...post }, variants: rows.map((row) => ({ ...row })), was: { post, variants: rows } }]
    })
  )
}

const wentOut = ({ state }: VariantRow): boolean => (outStates as readonly string[]).includes(state)

/** True when a post went out and nothing of it is left that could move. */
export const isOut = (variants: readonly VariantRow[]): boolean =>
  variants.some(wentOut) && variants.every(({ state }) => isSettled(state) && state !== 'missed')

/** Those that go with their post. Where all are over, the missed ones are meant: the post is planned anew. */
function following(variants: readonly VariantRow[]): VariantRow[] {
  const open = variants.filter(({ state }) => !isSettled(state))
  const followers = open.length > 0 ? open : variants.filter(({ state }) => state === 'missed')
  return followers.filter(({ own_time }) => own_time === 0)
}

function setPlan(row: PlannedColumns, plan: PlannedColumns): void {
  const { planned_on, planned_time, zone, planned_pick, planned_instant } = plan
  Object.assign(row, { planned_on, planned_time, zone, planned_pick, planned_instant })
}

/** A missed one that is planned anew is scheduled again; one that loses its time is no longer scheduled. */
function retime(variant: VariantRow, plan: PlannedColumns, ownTime: boolean): void {
  const moved = !samePlan(variant, plan)
  setPlan(variant, plan)
  variant.own_time = ownTime ? 1 : 0
  if (!moved) return
  variant.snoozed_until = null
  if (variant.state === 'scheduled' && plan.planned_on === null) variant.state = 'draft'
  if (variant.state === 'missed' && plan.planned_on !== null) Object.assign(variant, { state: 'scheduled', state_note: '' })
}

/** What has a time is no idea any more. */
function leaveIdeas(entry: TimetableEntry, plan: PlannedColumns): void {
  if (plan.planned_on !== null) entry.post.stage = 'post'
}

/** Gives a post a time, and those of its variants that follow it. */
export function movePost(entry: TimetableEntry, plan: PlannedColumns): void {
  setPlan(entry.post, plan)
  leaveIdeas(entry, plan)
  for (const variant of following(entry.variants)) retime(variant, plan, false)
}

export function moveVariant(entry: TimetableEntry, variant: VariantRow, plan: PlannedColumns, ownTime: boolean): void {
  retime(variant, plan, ownTime)
  leaveIdeas(entry, plan)
}

const differs = (one: VariantRow, other: VariantRow | undefined): boolean =>
  !other || !samePlan(one, other) || one.own_time !== other.own_time || one.state !== other.state

/** Writes what changed. @returns how many posts that were */
export async function storeTimetable(tx: Tx, table: Timetable, at: string): Promise<number> {
  const posts: PostRow[] = []
  const variants: VariantRow[] = []
  const touched: string[] = []
  for (const { post, variants: rows, was } of table.values()) {
    const changed = rows.filter((row, index) => differs(row, was.variants[index]))
    variants.push(...changed)
    if (!samePlan(post, was.post) || post.stage !== was.post.stage) posts.push({ ...post, updated_at: at })
    else if (changed.length > 0) touched.push(post.id)
  }
  await updatePostTimes(tx, posts)
  await updateVariantTimes(tx, variants)
  await touchPosts(tx, touched, at)
  return posts.length + touched.length
}
