import { addDays } from '../../../../../shared/time'
import type { PostFormat } from '../../../../../shared/features/posts/posts.schema'
import type { Tx } from '../../../context'
import { insertPosts, type PostContext, type PostDraft } from '../../posts'
import { type MeasuredNetwork, piecesOf } from './piece'
import type { PieceFormat, QuarterPost } from './quarter-definition'

export interface QuarterPlace {
  zone: string
  today: string
  /** Ids by the slugs of the plan. */
  channels: ReadonlyMap<string, string>
  pillars: ReadonlyMap<string, string>
  assets: ReadonlyMap<string, string>
}

const formats: Readonly<Record<PieceFormat, PostFormat>> = { feed: 'feed', carousel: 'carousel', reel: 'reel', story: 'story', text: 'feed' }

/** Every fourth post was confirmed without its address, as happens: its figures find it by time and words. */
const keepsAddress = (index: number): boolean => index % 4 !== 3

function toDraft(post: QuarterPost, index: number, { zone, today, channels, pillars, assets }: QuarterPlace): PostDraft {
  const pieces = new Map<string, ReturnType<typeof piecesOf>[number]>(piecesOf(post, today, zone).map((piece) => [piece.network satisfies MeasuredNetwork, piece]))
  return {
    title: post.title,
    text: post.text,
    pillarId: pillars.get(post.pillar) ?? null,
    owner: 'Ada',
    planned: { date: addDays(today, post.day), time: post.time, zone },
    media: post.photographs.flatMap((slug) => {
      const assetId = assets.get(slug)
      return assetId ? [{ assetId }] : []
    }),
    variants: post.channels.flatMap((slug) => {
      const [channelId, piece] = [channels.get(slug), pieces.get(slug)]
      if (channelId === undefined) return []
      const format = slug === 'pinterest' ? 'pin' : formats[post.format]
      return [
        {
          channelId,
          format,
          state: 'published' as const,
          publishedBy: 'Ada',
          ...(piece && !post.published && { publishedAt: piece.publishedAt, handedOverAt: piece.publishedAt, ...(keepsAddress(index) && { permalink: piece.permalink }) })
        }
      ]
    })
  }
}

/** Posts of the quarter as they went out, so that figures find them; answers with how many. */
export async function insertQuarterPosts(tx: Tx, context: PostContext, posts: readonly QuarterPost[], place: QuarterPlace): Promise<number> {
  await insertPosts(tx, context, posts.map((post, index) => toDraft(post, index, place)))
  return posts.length
}
