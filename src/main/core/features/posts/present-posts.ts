import type { Post, PostMedia, PostSummary, Variant } from '../../../../shared/features/posts/posts.schema'
import type { CoreServices, Reader, Tx } from '../../context'
import { focalOf, gridThumbnail } from '../assets'
import { type PostRow, toPlanned, type VariantOnNetwork } from './post-rows'
import { listLabels, listMedia, listSteps, type MediaWithAsset, type StepRow } from './post-parts.repository'
import { getPostRows } from './posts.repository'
import { listSummaryMedia, type SummaryRow } from './summaries.queries'
import { listVariants } from './variants.repository'

/** Signs the address of an asset's thumbnail by its content hash. */
export type SignThumbnail = (sha256: string) => string

export function thumbnailsOf(core: Pick<CoreServices, 'urls'>, clientId: string): SignThumbnail {
  const signed = new Map<string, string>()
  return (sha256) => {
    const known = signed.get(sha256)
    if (known) return known
    const url = core.urls.sign({ kind: 'thumbnail', clientId, sha256, size: gridThumbnail })
    signed.set(sha256, url)
    return url
  }
}

function toMedia({ asset_id, alt_text, asset }: MediaWithAsset, sign: SignThumbnail): PostMedia {
  const { title, file_name, format, width, height, bytes, frames, placeholder } = asset
  return {
    assetId: asset_id,
    altText: alt_text,
    asset: {
      title, fileName: file_name, altText: asset.alt_text, format, width, height, bytes, frames, placeholder,
      focal: focalOf(asset),
      thumbnailUrl: sign(asset.sha256),
      trashed: asset.trashed_at !== null
    }
  }
}

function toVariant(row: VariantOnNetwork, media: MediaWithAsset[], sign: SignThumbnail): Variant {
  const own = media.filter((one) => one.variant_id === row.id)
  return {
    id: row.id,
    postId: row.post_id,
    channelId: row.channel_id,
    network: row.network,
    voiceId: row.voice_id,
    format: row.format,
    text: row.text,
    link: row.link,
    firstComment: row.first_comment,
    parts: row.parts_json === null ? null : (JSON.parse(row.parts_json) as string[]),
    fields: JSON.parse(row.fields_json) as Record<string, string>,
    media: row.own_media === 1 ? own.map((one) => toMedia(one, sign)) : null,
    state: row.state,
    stateNote: row.state_note,
    ownTime: row.own_time === 1,
    planned: toPlanned(row),
    snoozedUntil: row.snoozed_until,
    handedOverAt: row.handed_over_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    permalink: row.permalink
  }
}

const toCheckStep = ({ id, text, owner, due_on, done }: StepRow): Post['checklist'][number] => ({ id, text, owner, dueOn: due_on, done: done === 1 })

interface Parts {
  labels: string[]
  steps: StepRow[]
  media: MediaWithAsset[]
  variants: VariantOnNetwork[]
}

function toPost(row: PostRow, { labels, steps, media, variants }: Parts, sign: SignThumbnail): Post {
  const { id, stage, title, text, link, language, owner, notes, sources } = row
  return {
    id, stage, title, text, link, language, owner, notes, sources, labels,
    ideaColumn: row.idea_column,
    firstComment: row.first_comment,
    campaignId: row.campaign_id,
    pillarId: row.pillar_id,
    checklist: steps.map(toCheckStep),
    media: media.filter((one) => one.variant_id === null).map((one) => toMedia(one, sign)),
    planned: toPlanned(row),
    seriesId: row.series_id,
    seriesOn: row.series_on,
    recycleOf: row.recycle_of,
    templateId: row.template_id,
    variants: variants.map((variant) => toVariant(variant, media, sign)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at
  }
}

/** Posts with all that belongs to them, in the order of the rows. */
export async function presentPosts(db: Reader | Tx, sign: SignThumbnail, rows: readonly PostRow[]): Promise<Post[]> {
  const ids = rows.map((row) => row.id)
  const labels = await listLabels(db, ids)
  const steps = await listSteps(db, ids)
  const media = await listMedia(db, ids)
  const variants = await listVariants(db, ids)
  return rows.map((row) =>
    toPost(row, { labels: labels.get(row.id) ?? [], steps: steps.get(row.id) ?? [], media: media.get(row.id) ?? [], variants: variants.get(row.id) ?? [] }, sign)
  )
}

/** @throws AppError `not-found.post` naming the first that is not there */
export async function getPosts(db: Reader | Tx, sign: SignThumbnail, ids: readonly string[]): Promise<Post[]> {
  return presentPosts(db, sign, await getPostRows(db, ids))
}

/** @throws AppError `not-found.post` */
export async function getPost(db: Reader | Tx, sign: SignThumbnail, id: string): Promise<Post> {
  const [post] = await getPosts(db, sign, [id])
  if (!post) throw new Error('a post that is there was not presented')
  return post
}

/** Posts as rows of a list, in the order of the rows. */
export async function presentSummaries(db: Reader | Tx, sign: SignThumbnail, rows: readonly SummaryRow[]): Promise<PostSummary[]> {
  const ids = rows.map((row) => row.id)
  const labels = await listLabels(db, ids)
  const media = await listSummaryMedia(db, ids)
  const variants = await listVariants(db, ids)
  return rows.map((row) => {
    const pictures = media.get(row.id)
    return {
      id: row.id,
      stage: row.stage,
      ideaColumn: row.idea_column,
      title: row.title,
      excerpt: row.excerpt,
      link: row.link,
      campaignId: row.campaign_id,
      pillarId: row.pillar_id,
      owner: row.owner,
      labels: labels.get(row.id) ?? [],
      planned: toPlanned(row),
      thumbnailUrl: pictures ? sign(pictures.sha256) : null,
      mediaCount: pictures?.count ?? 0,
      seriesId: row.series_id,
      variants: (variants.get(row.id) ?? []).map((variant) => ({
        id: variant.id,
        channelId: variant.channel_id,
        network: variant.network,
        format: variant.format,
        state: variant.state,
        planned: toPlanned(variant),
        permalink: variant.permalink
      })),
      position: row.position,
      updatedAt: row.updated_at,
      trashedAt: row.trashed_at
    }
  })
}
