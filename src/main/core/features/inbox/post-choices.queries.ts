import type { PostChoice } from '../../../../shared/features/inbox/starting-post.schema'
import { postAddresses } from '../../../../shared/features/hand-off/permalink'
import type { Reader } from '../../context'
import { listSummaryMedia, type SignThumbnail, wherePost } from '../posts'
import { findByAddress } from './starting-posts.queries'

export interface Wanted {
  search: string
  /** Whose posts come first, and of a post that went out on several channels which one. */
  network: string
  channelId: string
  now: string
  limit: number
}

interface ChoiceRow extends Omit<PostChoice, 'thumbnailUrl'> {
  total: number
}

const EXCERPT = 200

/** Of each post the variant that comes nearest, with its place among those of the post. */
function ranked(db: Reader, { search, network, channelId, now }: Wanted, variantId: string | undefined) {
  const query = db('variant as v')
    .join('post', 'post.id', 'v.post_id')
    .join('channel as ch', 'ch.id', 'v.channel_id')
    .whereNull('post.trashed_at')
    .select({ variantId: 'v.id', postId: 'post.id', network: 'ch.network', channelName: 'ch.name', title: 'post.title', permalink: 'v.permalink', publishedAt: 'v.published_at' })
    .select(
      db.raw(
        `substr(coalesce(v.text, post.text), 1, ?) AS excerpt, coalesce(v.published_at, v.planned_instant) AS at, ch.network = ? AS here,
         coalesce(v.planned_instant <= ?, 0) AS due,
         row_number() OVER (PARTITION BY post.id ORDER BY ch.network = ? DESC, v.channel_id = ? DESC, v.published_at IS NULL, v.published_at DESC, v.position) AS place`,
        [EXCERPT, network, now, network, channelId]
      )
    )
  if (variantId !== undefined) void query.where('v.id', variantId)
  else wherePost(db, query, { search })
  return query
}

/** What is published comes first, then what should be out by now; of each what is on the network, the newest before the older. An address finds the post that it leads to. */
export async function listPostChoices(db: Reader, wanted: Wanted, sign: SignThumbnail): Promise<{ total: number; posts: PostChoice[] }> {
  const isAddress = postAddresses(wanted.search).length > 0
  const known = isAddress ? await findByAddress(db, wanted.search) : undefined
  if (isAddress && !known) return { total: 0, posts: [] }
  const rows = (await db
    .from(ranked(db, wanted, known?.variantId).as('r'))
    .where('place', 1)
    .orderByRaw('publishedAt IS NULL, (publishedAt IS NULL AND due) DESC, here DESC, at IS NULL, at DESC, variantId')
    .limit(wanted.limit)
    .select('variantId', 'postId', 'network', 'channelName', 'title', 'excerpt', 'permalink', 'publishedAt', 'at', db.raw('count(*) OVER () AS total'))) as ChoiceRow[]
  const media = await listSummaryMedia(db, rows.map(({ postId }) => postId))
  return {
    total: rows[0]?.total ?? 0,
    posts: rows.map(({ total: _total, ...row }) => {
      const picture = media.get(row.postId)
      return { ...row, thumbnailUrl: picture ? sign(picture.sha256) : null }
    })
  }
}
