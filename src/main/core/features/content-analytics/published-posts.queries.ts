import { type PostMetric, postMetrics } from '../../../../shared/features/analytics/post-metrics'
import type { PublishedPost } from '../../../../shared/features/analytics/content-analytics.contract'
import { type FigureColumn, figureColumns } from '../../../../shared/features/figures/figure-columns'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import { AppError } from '../../../../shared/errors/app-error'
import type { CoreServices, Reader } from '../../context'
import { matchedVariant, metricSql, postFigures } from '../analytics'
import { chunks } from '../assets'
import { listSummaryMedia, thumbnailsOf } from '../posts'

type Row = Record<PostMetric, number | null> & {
  id: number
  network: string
  channel_id: string
  format: string
  title: string
  text: string
  permalink: string
  published_at: string
  post_id: string | null
  variant_id: string | null
  post_title: string | null
  pillar_id: string | null
  campaign_id: string | null
}

const plain = ['id', 'network', 'channel_id', 'format', 'title', 'permalink', 'published_at'] as const

async function readRows(db: Reader, ids: readonly number[], formula: EngagementFormula): Promise<Row[]> {
  const found = new Map<number, Row>()
  for (const part of chunks(ids)) {
    const rows = (await db('figure_subject AS s')
      .joinRaw(postFigures)
      .joinRaw(`LEFT JOIN variant AS v ON v.id = (${matchedVariant})`)
      .joinRaw('LEFT JOIN post AS p ON p.id = v.post_id')
      .whereIn('s.id', part)
      .select(plain.map((column) => `s.${column}`))
      .select({ post_id: 'p.id', variant_id: 'v.id', pillar_id: 'p.pillar_id', campaign_id: 'p.campaign_id' })
      .select(db.raw("substr(s.text, 1, 280) AS text, coalesce(nullif(p.title, ''), substr(p.text, 1, 80)) AS post_title"))
      .select(postMetrics.map((metric) => db.raw(`${metricSql(metric, formula)} AS ??`, [metric])))) as Row[]
    for (const row of rows) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** In the order asked; thumbnails are those of their posts of the plan. */
export async function listPublishedPosts(
  db: Reader,
  core: Pick<CoreServices, 'urls'>,
  clientId: string,
  ids: readonly number[],
  formula: EngagementFormula
): Promise<PublishedPost[]> {
  const rows = await readRows(db, ids, formula)
  const media = await listSummaryMedia(db, rows.flatMap(({ post_id }) => post_id ?? []))
  const sign = thumbnailsOf(core, clientId)
  return rows.map((row) => {
    const picture = row.post_id === null ? undefined : media.get(row.post_id)
    return {
      subjectId: row.id,
      network: row.network,
      channelId: row.channel_id,
      format: row.format,
      title: row.title,
      text: row.text,
      permalink: row.permalink,
      publishedAt: row.published_at,
      values: Object.fromEntries(postMetrics.map((metric) => [metric, row[metric]])),
      planned:
        row.post_id === null || row.variant_id === null
          ? null
          : {
              postId: row.post_id,
              variantId: row.variant_id,
              title: row.post_title ?? '',
              pillarId: row.pillar_id,
              campaignId: row.campaign_id,
              thumbnailUrl: picture ? sign(picture.sha256) : null
            }
    }
  })
}

type FigureRow = Record<FigureColumn, number | null> & { more_json: string }
export interface PostFigures {
  fullText: string
  /** Figures without a column, by their name in the file. */
  more: Record<string, number>
  columns: Partial<Record<FigureColumn, number | null>>
}

/** @throws AppError `not-found.subject` */
export async function getPostFigures(db: Reader, subjectId: number): Promise<PostFigures> {
  const row = (await db('figure_subject AS s')
    .joinRaw(postFigures)
    .where({ 's.id': subjectId, 's.kind': 'post' })
    .first('s.text', 'f.more_json', ...figureColumns.map((column) => `f.${column}`))) as (FigureRow & { text: string }) | undefined
  if (!row) throw new AppError('not-found.subject', { subject: String(subjectId) })
  const columns = Object.fromEntries(figureColumns.map((column) => [column, row[column]]))
  return { fullText: row.text, more: JSON.parse(row.more_json ?? '{}') as Record<string, number>, columns }
}

export interface Measured {
  measuredAt: string
  importedAt: string
  file: string
  line: number
  startsOn: string
  endsOn: string
  values: Record<string, number | null>
}

/** What imports that stand measured of a subject, the newest first. */
export async function listMeasured(db: Reader, subjectId: number): Promise<Measured[]> {
  const rows = (await db('figure_row AS r')
    .join('figure_file AS file', 'file.id', 'r.file_id')
    .join('figure_import AS i', 'i.id', 'file.import_id')
    .where('r.subject_id', subjectId)
    .orderBy([{ column: 'r.measured_at', order: 'desc' }, { column: 'i.created_at', order: 'desc' }, { column: 'r.id', order: 'desc' }])
    .limit(200)
    .select('r.*', 'file.name', 'i.created_at')) as (Record<FigureColumn, number | null> & {
    measured_at: string; created_at: string; name: string; line: number; starts_on: string; ends_on: string
  })[]
  return rows.map((row) => ({
    measuredAt: row.measured_at,
    importedAt: row.created_at,
    file: row.name,
    line: row.line,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    values: Object.fromEntries(figureColumns.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]])))
  }))
}
