import type { Post } from '../../../../shared/features/posts/posts.schema'
import type { Tx } from '../../context'
import {
  addVariants, getPost, getPostRows, type PostContext, removeVariant, schedulePosts, setMedia, shiftPosts, updatePost, updateVariant
} from '../posts'
import { draftOf, variantDraft } from './copy-draft'
import { movedTime, moveSeries, type Scope } from './series.service'

const noPictures = () => ''
type Variant = Post['variants'][number]

const sameChannel = (one: Variant, other: Variant): boolean =>
  one.channelId === other.channelId && one.format === other.format && one.voiceId === other.voiceId

/** Channels that the source goes out on and the target does not are added; those beyond are taken off, unless they went out. */
async function bringChannels(tx: Tx, ctx: PostContext, target: Post, source: Post): Promise<void> {
  for (const variant of target.variants) {
    const out = variant.state === 'handed-over' || variant.state === 'published'
    if (!out && !source.variants.some((other) => sameChannel(other, variant))) await removeVariant(tx, ctx, variant.id)
  }
  await addVariants(tx, ctx, target.id, source.variants.map(variantDraft))
}

async function bringWords(tx: Tx, ctx: PostContext, targetId: string, source: Post): Promise<void> {
  const target = await getPost(tx, noPictures, targetId)
  for (const variant of target.variants) {
    const model = source.variants.find((other) => sameChannel(other, variant))
    if (!model || variant.state === 'handed-over' || variant.state === 'published') continue
    const { text, link, firstComment, parts, fields, media } = variantDraft(model)
    await updateVariant(tx, ctx, variant.id, { text, link, firstComment, parts, fields })
    await setMedia(tx, ctx, { postId: targetId, variantId: variant.id, media: withAltTexts(media ?? null) })
  }
}

const withAltTexts = (media: { assetId: string; altText?: string | null }[] | null) =>
  media && media.map(({ assetId, altText }) => ({ assetId, altText: altText ?? null }))

/** The words, media and channels of one post given to another. What went out keeps what it went out with. */
async function applyContent(tx: Tx, ctx: PostContext, targetId: string, source: Post): Promise<void> {
  const { title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources, media } = draftOf(source)
  await updatePost(tx, ctx, targetId, { title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources })
  await setMedia(tx, ctx, { postId: targetId, variantId: null, media: withAltTexts(media ?? []) })
  await bringChannels(tx, ctx, await getPost(tx, noPictures, targetId), source)
  await bringWords(tx, ctx, targetId, source)
}

export interface SeriesChange {
  scope: Scope
  /** Another clock time for all. */
  time: string | undefined
  /** Days on or back for all. */
  days: number
  /** Whether words, media and channels of the post go to the others. */
  content: boolean
}

/**
 * Changes an occurrence's series as the occurrence is, from there on or as a whole.
 * @returns how many posts were meant, the one itself among them
 * @throws AppError `not-found.post`, `not-found.series`, `validation.wall-time`
 */
export async function applyToSeries(tx: Tx, ctx: PostContext, postId: string, change: SeriesChange): Promise<number> {
  const targets = await moveSeries(tx, ctx, postId, change)
  const ids = targets.map(({ id }) => id)
  if (change.time !== undefined) {
    const rows = await getPostRows(tx, ids)
    const items = rows.flatMap((row) => {
      const planned = movedTime(row, change.time, change.days, ctx)
      return planned ? [{ postId: row.id, planned }] : []
    })
    await schedulePosts(tx, ctx, items)
  } else if (change.days !== 0) {
    // Channels with a time of their own move along.
    await shiftPosts(tx, ctx, ids, change.days, ctx.pick)
  }
  if (change.content) {
    const source = await getPost(tx, noPictures, postId)
    for (const id of ids) if (id !== postId) await applyContent(tx, ctx, id, source)
  }
  return ids.length
}
