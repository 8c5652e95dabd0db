import type { PostFace } from '../../../../shared/features/calendar/calendar.contract'
import type { CoreServices, Reader } from '../../context'
import { type Packed, readPacked } from '../../db/read-packed'
import { type SignThumbnail, thumbnailsOf } from '../posts'
import { pictureOf } from './entries.queries'
import { EXCERPT } from './range.queries'

interface PostRow {
  id: string
  excerpt: string
  sha256: string | null
}

interface VariantRow {
  id: string
  post_id: string
  /** Null: as the post has it. */
  excerpt: string | null
  own_media: number
  sha256: string | null
}

/** Posts by id, and of their variants those with words or pictures of their own. */
async function listFaceRows(db: Reader, ids: readonly string[]): Promise<{ posts: PostRow[]; own: VariantRow[] }> {
  const posts = db('post')
    .whereNull('post.trashed_at')
    .whereIn('post.id', ids)
    .select('post.id', db.raw(`substr(post.text, 1, ${EXCERPT}) AS excerpt`), db.raw(`${pictureOf('NULL')} AS sha256`))
  const own = db('variant')
    .whereIn('variant.post_id', ids)
    .where((either) => either.whereNotNull('variant.text').orWhere('variant.own_media', 1))
    .select('variant.id', 'variant.post_id', 'variant.own_media', db.raw(`substr(variant.text, 1, ${EXCERPT}) AS excerpt`))
    .select(db.raw(`CASE variant.own_media WHEN 1 THEN ${pictureOf('variant.id', 'variant.post_id')} END AS sha256`))
  return readPacked<{ posts: Packed<PostRow>; own: Packed<VariantRow> }>(db, {
    posts: { query: posts, columns: ['id', 'excerpt', 'sha256'] },
    own: { query: own, columns: ['id', 'post_id', 'excerpt', 'own_media', 'sha256'] }
  })
}

function toFace({ id, excerpt, sha256 }: PostRow, sign: SignThumbnail): PostFace {
  return { postId: id, excerpt, thumbnailUrl: sha256 === null ? null : sign(sha256), own: [] }
}

/** Words and pictures of posts, with signed addresses. */
export async function readFaces(core: Pick<CoreServices, 'urls'>, db: Reader, clientId: string, ids: readonly string[]): Promise<PostFace[]> {
  const sign = thumbnailsOf(core, clientId)
  const { posts, own } = await listFaceRows(db, ids)
  const faces = new Map(posts.map((row) => [row.id, toFace(row, sign)]))
  for (const { id, post_id, excerpt, own_media, sha256 } of own) {
    faces.get(post_id)?.own.push({ variantId: id, excerpt, ownMedia: own_media === 1, thumbnailUrl: sha256 === null ? null : sign(sha256) })
  }
  return [...faces.values()]
}
