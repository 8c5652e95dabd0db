import { SUMMARY_EXCERPT } from '../../../../shared/features/posts/posts.schema'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
import type { PostRow } from './post-rows'

type Db = Reader | Tx

const columns = [
  'id', 'stage', 'idea_column', 'title', 'link', 'campaign_id', 'pillar_id', 'owner', 'series_id', 'planned_on', 'planned_time', 'zone',
  'planned_pick', 'planned_instant', 'position', 'updated_at', 'trashed_at'
] as const
export type SummaryRow = Pick<PostRow, (typeof columns)[number]> & { excerpt: string }

/** Columns of a summary: long texts stay in the file. */
export const summaryColumns = (db: Db) => [...columns.map((column) => `post.${column}`), db.raw(`substr(post.text, 1, ${SUMMARY_EXCERPT}) AS excerpt`)]

/** In the order asked; those that are not there are left out. */
export async function listSummaryRows(db: Db, ids: readonly string[]): Promise<SummaryRow[]> {
  const found = new Map<string, SummaryRow>()
  for (const part of chunks(ids)) {
    const rows = (await db('post').whereIn('id', part).select(summaryColumns(db))) as SummaryRow[]
    for (const row of rows) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

export interface SummaryMedia {
  /** Of the picture that stands for the post. */
  sha256: string
  count: number
}

/** The first picture of each post and how many it has; a post without any shows the first of its variants. */
export async function listSummaryMedia(db: Db, postIds: readonly string[]): Promise<Map<string, SummaryMedia>> {
  const found = new Map<string, SummaryMedia & { base: boolean }>()
  for (const part of chunks(postIds)) {
    const rows = (await db('post_media')
      .join('asset', 'asset.id', 'post_media.asset_id')
      .whereIn('post_media.post_id', part)
      .orderByRaw('post_media.variant_id IS NOT NULL, post_media.position')
      .select('post_media.post_id', 'post_media.variant_id', 'asset.sha256')) as { post_id: string; variant_id: string | null; sha256: string }[]
    for (const { post_id, variant_id, sha256 } of rows) {
      const known = found.get(post_id)
      if (!known) found.set(post_id, { sha256, count: variant_id === null ? 1 : 0, base: variant_id === null })
      else if (variant_id === null) known.count += 1
    }
  }
  return found
}
