import { movedRepeat, occurrences, repeatOf, ruleOf, ruleProblem, splitRecurrence } from '../../../../shared/calendar'
import { AppError } from '../../../../shared/errors/app-error'
import { resolvePlanned } from '../../../../shared/features/posts/planned-time'
import { addDays, todayIn, type PlainDate } from '../../../../shared/time'
import type { Tx } from '../../context'
import { getPost, getPostRow, insertPosts, nameOf, type PostContext, type PostRow, toPlanned, updatePosts } from '../posts'
import { draftOf } from './copy-draft'
import { getSeries, insertSeries, listOccurrences, type Occurrence, removeSeries, type Series, updateMembership, updateSeries } from './series.repository'

/** Repeats are made as posts so many days ahead of today. */
export const HORIZON_DAYS = 120
/** No more at once, whatever the rule says. */
const MOST = 400

export type Scope = 'following' | 'all'
const noPictures = () => ''

/** @throws AppError `validation.rule` */
export function assertRule(rule: string, startsOn: PlainDate): void {
  const reason = ruleProblem(rule, startsOn)
  if (reason) throw new AppError('validation.rule', { rule, reason })
}

/** The last day that repeats are made up to, seen from now. */
export function horizonOf(series: Pick<Series, 'startsOn' | 'zone'>, now: string): PlainDate {
  const today = todayIn(series.zone, now)
  return addDays(series.startsOn > today ? series.startsOn : today, HORIZON_DAYS)
}

/** The occurrence whose words the next ones take: the last that is there. */
const template = (there: readonly Occurrence[]): Occurrence | undefined => there.filter(({ trashed }) => !trashed).at(-1) ?? there.at(-1)

/**
 * Makes the posts of a series up to a day, as drafts. A day that has its post already, in the trash or moved away, gets no other.
 * @returns how many were made
 */
export async function extendSeries(tx: Tx, ctx: PostContext, series: Series, until: PlainDate): Promise<number> {
  if (until <= series.madeUntil) return 0
  const there = await listOccurrences(tx, series.id)
  const model = template(there)
  if (!model) return 0
  const known = new Set(there.map(({ on }) => on))
  const days = occurrences(series, addDays(series.madeUntil, 1), until).filter((day) => !known.has(day)).slice(0, MOST)
  const draft = draftOf(await getPost(tx, noPictures, model.id))
  const { time, zone } = series
  await insertPosts(
    tx,
    { ...ctx, zone, pick: ctx.pick ?? 'earlier' },
    days.map((date) => ({ ...draft, planned: { date, time, zone }, seriesId: series.id, seriesOn: date }))
  )
  await updateSeries(tx, { ...series, madeUntil: days.length === MOST ? (days.at(-1) ?? until) : until })
  return days.length
}

/** Posts of a series from a day on, or all of them; without the trash and without what went out. */
async function changeable(tx: Tx, series: Series, scope: Scope, on: PlainDate): Promise<Occurrence[]> {
  const there = await listOccurrences(tx, series.id)
  return there.filter((one) => !one.trashed && !one.out && (scope === 'all' || one.on >= on))
}

/** @throws AppError `not-found.post`, `not-found.series` */
export async function getMembership(tx: Tx, postId: string): Promise<{ post: PostRow; series: Series; on: PlainDate }> {
  const post = await getPostRow(tx, postId)
  const series = await getSeries(tx, post.series_id, postId)
  if (post.series_on === null) throw new AppError('not-found.series', { post: postId })
  return { post, series, on: post.series_on }
}

/**
 * Makes a post the first of a series. One that was in a series already begins a new one there; what came after it in the old one
 * goes to the trash, unless it went out.
 * @throws AppError `not-found.post`, `validation.not-planned`, `validation.rule`
 */
export async function startSeries(
  tx: Tx,
  ctx: PostContext,
  { postId, rule, untilOn }: { postId: string; rule: string; untilOn: PlainDate | null }
): Promise<{ seriesId: string; made: number }> {
  const post = await getPostRow(tx, postId)
  const planned = toPlanned(post)
  if (!planned) throw new AppError('validation.not-planned', { title: nameOf(post) })
  assertRule(rule, planned.date)
  if (post.series_id !== null && post.series_on !== null) await endSeries(tx, ctx, postId, 'following', postId)
  const { date: startsOn, time, zone } = planned
  const series: Series = { id: ctx.newId(), rule, startsOn, time, zone, untilOn, excluded: [], madeUntil: startsOn, createdAt: ctx.now() }
  await insertSeries(tx, series)
  await updateMembership(tx, [{ id: postId, series_id: series.id, series_on: startsOn }])
  return { seriesId: series.id, made: await extendSeries(tx, ctx, series, horizonOf(series, ctx.now())) }
}

/**
 * Ends a series before an occurrence, or altogether. What went out stays, and so does `kept`.
 * @returns how many posts went to the trash
 */
export async function endSeries(tx: Tx, ctx: PostContext, postId: string, scope: Scope, kept?: string): Promise<number> {
  const { series, on } = await getMembership(tx, postId)
  const gone = (await changeable(tx, series, scope, on)).filter(({ id }) => id !== kept)
  const trashed = await updatePosts(tx, gone.map(({ id }) => id), 'trashed_at', ctx.now())
  if (scope === 'all' || on <= series.startsOn) await removeSeries(tx, series.id)
  else await updateSeries(tx, { ...series, untilOn: addDays(on, -1) })
  return trashed
}

const shifted = (day: PlainDate, days: number): PlainDate => addDays(day, days)

/** The same rule for days that lie elsewhere: Mondays become Tuesdays. A rule beyond the editor's stays as it is. */
function movedRule({ rule, startsOn }: Pick<Series, 'rule' | 'startsOn'>, days: number): string {
  const repeat = days === 0 ? undefined : repeatOf(rule, startsOn)
  return repeat ? ruleOf(movedRepeat(repeat, startsOn, shifted(startsOn, days))) : rule
}

function moved(series: Series, time: string | undefined, days: number): Series {
  return {
    ...series,
    rule: movedRule(series, days),
    time: time ?? series.time,
    startsOn: shifted(series.startsOn, days),
    untilOn: series.untilOn && shifted(series.untilOn, days),
    madeUntil: shifted(series.madeUntil, days),
    excluded: series.excluded.map((day) => shifted(day, days))
  }
}

/**
 * Gives a series, or what follows of it, another time or other days. "Following" becomes a series of its own.
 * @returns the posts that move along
 */
export async function moveSeries(
  tx: Tx,
  ctx: PostContext,
  postId: string,
  { scope, time, days }: { scope: Scope; time: string | undefined; days: number }
): Promise<Occurrence[]> {
  const { series, on } = await getMembership(tx, postId)
  const targets = await changeable(tx, series, scope, on)
  if (time === undefined && days === 0) return targets
  const parts = scope === 'following' ? splitRecurrence(series, on) : undefined
  if (!parts) {
    await updateSeries(tx, moved(series, time, days))
    await updateMembership(tx, targets.map((one) => ({ id: one.id, series_id: series.id, series_on: shifted(one.on, days) })))
    return targets
  }
  const next: Series = moved({ ...series, ...parts.after, id: ctx.newId(), createdAt: ctx.now() }, time, days)
  await insertSeries(tx, next)
  await updateSeries(tx, { ...series, ...parts.before })
  await updateMembership(tx, targets.map((one) => ({ id: one.id, series_id: next.id, series_on: shifted(one.on, days) })))
  return targets
}

/** Where an occurrence goes when its series gets another time or other days; undefined for one without a time. */
export function movedTime(post: PostRow, time: string | undefined, days: number, ctx: PostContext) {
  const planned = toPlanned(post)
  if (!planned) return undefined
  const { date, zone } = planned
  return resolvePlanned({ date: addDays(date, days), time: time ?? planned.time, zone }, zone, ctx.pick)
}
