import type { AppInputs } from '../../../../shared/contract'
import { isSettled } from '../../../../shared/features/posts/post-states'
import type { Tx } from '../../context'
import { type PostContext, toVariantRow } from './insert-posts.service'
import { type PostRow, unplanned } from './post-rows'
import { addLabels, removeLabels } from './post-parts.repository'
import { getPostRows, requireRows, touchPosts, updatePosts } from './posts.repository'
import { loadTimetable, movePost, moveVariant, storeTimetable } from './timetable'
import { insertVariants, listVariants, removeVariants } from './variants.repository'

type Change = Omit<AppInputs['posts']['updateMany'], 'clientId' | 'ids'>

const simple = { pillarId: 'pillar_id', campaignId: 'campaign_id', owner: 'owner', ideaColumn: 'idea_column' } as const

async function addChannels(tx: Tx, ctx: PostContext, posts: readonly PostRow[], targets: Change['addChannels']): Promise<string[]> {
  if (!targets?.length) return []
  await requireRows(tx, 'channel', targets.map((target) => target.channelId))
  await requireRows(tx, 'channel_voice', targets.map((target) => target.voiceId))
  const known = await listVariants(tx, posts.map(({ id }) => id))
  const rows = posts.flatMap((post) => {
    const there = known.get(post.id) ?? []
    const missing = targets.filter((target) => !there.some(({ channel_id, format }) => channel_id === target.channelId && format === (target.format ?? 'feed')))
    const last = Math.max(-1, ...there.map(({ position }) => position))
    return missing.map((target, index) => toVariantRow(ctx, post, target, last + 1 + index))
  })
  await insertVariants(tx, rows)
  return rows.map((row) => row.post_id)
}

/** Published ones stay. */
async function removeChannels(tx: Tx, ids: readonly string[], channelIds: readonly string[] = []): Promise<string[]> {
  if (channelIds.length === 0) return []
  const variants = [...(await listVariants(tx, ids)).values()].flat()
  const gone = variants.filter((row) => channelIds.includes(row.channel_id) && row.state !== 'published')
  await removeVariants(tx, gone.map((row) => row.id))
  return gone.map((row) => row.post_id)
}

/** An idea has no time, and what went out is no idea. @returns those that became one */
async function backToIdeas(tx: Tx, ctx: PostContext, ids: readonly string[]): Promise<string[]> {
  const table = await loadTimetable(tx, ids)
  const ideas = [...table.values()].filter(({ variants }) => !variants.some(({ state }) => isSettled(state)))
  for (const entry of ideas) {
    movePost(entry, unplanned)
    for (const variant of entry.variants) moveVariant(entry, variant, unplanned, false)
    entry.post.stage = 'idea'
  }
  await storeTimetable(tx, table, ctx.now())
  return ideas.map(({ post }) => post.id)
}

/**
 * One change for many posts.
 * @returns how many posts changed
 * @throws AppError `not-found.post`, `not-found.channel`, `not-found.entry`, `not-found.pillar`, `not-found.campaign`
 */
export async function updateManyPosts(tx: Tx, ctx: PostContext, ids: readonly string[], change: Change): Promise<number> {
  const posts = await getPostRows(tx, ids)
  await requireRows(tx, 'pillar', [change.pillarId])
  await requireRows(tx, 'campaign', [change.campaignId])
  const changed = new Set<string>()
  const note = (postIds: readonly string[]) => postIds.forEach((id) => changed.add(id))
  for (const [key, column] of Object.entries(simple) as [keyof typeof simple, (typeof simple)[keyof typeof simple]][]) {
    const value = change[key]
    if (value === undefined) continue
    const others = posts.filter((row) => row[column] !== value).map(({ id }) => id)
    await updatePosts(tx, others, column, value)
    note(others)
  }
  if (change.addLabels?.length) note(await addLabels(tx, ids, change.addLabels, ctx.newId))
  if (change.removeLabels?.length) note(await removeLabels(tx, ids, change.removeLabels))
  note(await addChannels(tx, ctx, posts, change.addChannels))
  note(await removeChannels(tx, ids, change.removeChannelIds))
  const staged = posts.filter((row) => change.stage && row.stage !== change.stage).map(({ id }) => id)
  if (change.stage === 'post') await updatePosts(tx, staged, 'stage', 'post')
  note(change.stage === 'idea' ? await backToIdeas(tx, ctx, staged) : staged)
  await touchPosts(tx, [...changed], ctx.now())
  return changed.size
}
