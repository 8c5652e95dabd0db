import type { AppInputs } from '../../../../shared/contract'
import type { PlannedInput, Post } from '../../../../shared/features/posts/posts.schema'
import type { Tx } from '../../context'
import { insertPosts, type MediaDraft, type PostContext, type PostDraft } from './insert-posts.service'
import { getPostRow, listIdeaPlaces, updatePositions, updatePostRow } from './posts.repository'
import { getPosts } from './present-posts'

const toMediaDrafts = (media: Post['media']): MediaDraft[] => media.map(({ assetId, altText }) => ({ assetId, altText }))

/** Words, pictures and channels; not the time, the states, or what ties it to a series or an import. */
function copyOf(post: Post, planned: PlannedInput | null): PostDraft {
  const { stage, ideaColumn, title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources, templateId } = post
  return {
    stage, ideaColumn, title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources, templateId, planned,
    media: toMediaDrafts(post.media),
    checklist: post.checklist.map((step) => ({ text: step.text, owner: step.owner })),
    variants: post.variants.map((variant) => ({
      channelId: variant.channelId,
      format: variant.format,
      voiceId: variant.voiceId,
      text: variant.text,
      link: variant.link,
      firstComment: variant.firstComment,
      parts: variant.parts,
      fields: variant.fields,
      media: variant.media && toMediaDrafts(variant.media)
    }))
  }
}

/** @returns the ids of the copies. @throws AppError `not-found.post`, `validation.zone`, `validation.wall-time` */
export async function duplicatePosts(tx: Tx, ctx: PostContext, ids: readonly string[], planned: PlannedInput | null, times: readonly PlannedInput[] = []): Promise<string[]> {
  const posts = await getPosts(tx, () => '', ids)
  return insertPosts(tx, ctx, posts.map((post, at) => copyOf(post, times[at] ?? planned)))
}

/** Places closer than this are spread out again. */
const narrow = 1e-6

/** Puts an idea before another of a column, or last. @throws AppError `not-found.post` */
export async function reorderIdea(tx: Tx, ctx: PostContext, { postId, ideaColumn, beforeId }: Omit<AppInputs['posts']['reorder'], 'clientId'>): Promise<number> {
  const row = await getPostRow(tx, postId)
  const others = (await listIdeaPlaces(tx, ideaColumn)).filter(({ id }) => id !== postId)
  const found = others.findIndex(({ id }) => id === beforeId)
  const index = found < 0 ? others.length : found
  const previous = others[index - 1]?.position
  const next = others[index]?.position
  const position = next === undefined ? (previous ?? 0) + 1 : previous === undefined ? next - 1 : (previous + next) / 2
  if (row.idea_column === ideaColumn && row.position > (previous ?? -Infinity) && row.position < (next ?? Infinity)) return 0
  if (previous !== undefined && next !== undefined && next - previous < narrow) {
    await updatePositions(tx, others.map(({ id }, place) => ({ id, position: place < index ? place + 1 : place + 2 })))
    await updatePostRow(tx, postId, { idea_column: ideaColumn, position: index + 1, updated_at: ctx.now() })
  } else await updatePostRow(tx, postId, { idea_column: ideaColumn, position, updated_at: ctx.now() })
  return 1
}
