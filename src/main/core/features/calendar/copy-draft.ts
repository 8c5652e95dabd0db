import type { Post } from '../../../../shared/features/posts/posts.schema'
import type { PostDraft, VariantDraft } from '../posts'

const mediaOf = (media: Post['media']): NonNullable<PostDraft['media']> =>
  // A picture in the trash is not sent out again.
  media.filter(({ asset }) => !asset.trashed).map(({ assetId, altText }) => ({ assetId, altText }))

/** A channel as another post goes out on it: a draft, without what happened to the first. */
export function variantDraft({ channelId, format, voiceId, text, link, firstComment, parts, fields, media }: Post['variants'][number]): VariantDraft {
  return { channelId, format, voiceId, text, link, firstComment, parts, fields, media: media && mediaOf(media) }
}

/** All that makes a post, for another one like it: words, channels, media, checklist; no time, nothing done yet. */
export function draftOf(post: Post): PostDraft {
  const { title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources, templateId } = post
  return {
    title, text, link, firstComment, language, campaignId, pillarId, owner, labels, notes, sources, templateId,
    media: mediaOf(post.media),
    variants: post.variants.map(variantDraft),
    checklist: post.checklist.map((step) => ({ text: step.text, owner: step.owner }))
  }
}
