import type { Knex } from 'knex'
import type { AnalyticsFilters } from '../../../../shared/features/analytics/analytics-scope'
import type { Period } from '../../../../shared/features/analytics/periods'
import type { FigureColumn, SubjectKind } from '../../../../shared/features/figures/figure-columns'
import { rangeOfDays } from '../../../../shared/time'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

/**
 * `seen`: how often it was seen, as views or, where the network counts these, impressions. A network that went from one to the
 * other has a break there.
 */
export type FigureName = FigureColumn | 'seen'

/** SQL of a figure of the row `f`; null stays null. */
export const figureSql = (name: FigureName): string => (name === 'seen' ? 'coalesce(f.views, f.impressions)' : `f.${name}`)

/** What limits figures: days of the client's calendar and the chips. */
export interface FigureScope extends Period {
  filters: AnalyticsFilters
}

/** Days as the networks state them, for subjects that have figures by day. Only the chip of channels limits them. */
export interface DailyFigure {
  subjectId: number
  network: string
  channelId: string
  key: string
  day: string
  /** Null: not in any file. */
  values: Record<string, number | null>
}

/**
 * Figures day by day, subject by subject, in the order of the days.
 * @param names asked for; each comes back under its name in `values`
 */
export async function listDailyFigures(
  db: Db,
  scope: FigureScope,
  names: readonly FigureName[],
  kind: SubjectKind = 'account'
): Promise<DailyFigure[]> {
  const rows = (await dailyBase(db, scope, kind)
    .orderBy(['f.starts_on', 's.id'])
    .select('s.id', 's.network', 's.channel_id', 's.subject_key', 'f.starts_on')
    .select(names.map((name) => db.raw(`${figureSql(name)} AS ??`, [name])))) as Record<string, unknown>[]
  return rows.map(({ id, network, channel_id, subject_key, starts_on, ...values }) => ({
    subjectId: id as number,
    network: network as string,
    channelId: channel_id as string,
    key: subject_key as string,
    day: starts_on as string,
    values: values as Record<string, number | null>
  }))
}

/** Subjects first, then the days of each by the primary key: a period of any length reads only its own rows. */
export function dailyBase(db: Db, { from, to, filters }: FigureScope, kind: SubjectKind): Knex.QueryBuilder {
  return db('figure_subject AS s')
    .joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id')
    .where('s.kind', kind)
    .whereBetween('f.starts_on', [from, to])
    .whereRaw('f.ends_on = f.starts_on')
    .modify((query) => {
      if (filters.channelIds.length > 0) void query.whereIn('s.channel_id', filters.channelIds)
    })
}

/** A post of a network with its figures over its lifetime. */
export interface PostFigure {
  subjectId: number
  network: string
  channelId: string
  format: string
  publishedAt: string
  title: string
  text: string
  permalink: string
  /** The post of the plan that it is, where it was found; null otherwise. */
  postId: string | null
  variantId: string | null
  pillarId: string | null
  campaignId: string | null
  values: Record<string, number | null>
}

export interface PostListing {
  /** Figures asked for; each comes back under its name in `values`. */
  names: readonly FigureName[]
  /** A figure, or the time of publishing. What is not known comes last in either direction. */
  sort?: { by: FigureName | 'published'; descending: boolean }
  limit?: number
  offset?: number
}

/** The pair of a post of a network and its post of the plan, where it is sure. Confirmed by a person goes before found by rule. */
export const matchedVariant = `SELECT m.variant_id FROM figure_match AS m WHERE m.subject_id = s.id AND m.state IN ('confirmed', 'sure')
  ORDER BY m.state, m.score DESC LIMIT 1`

// Letters and digits that go on a word, so that #light is not found in #lighthouse.
const WORD = 'a-zA-Z0-9_À-ÖØ-öø-ž'
const asGlob = (tag: string): string => `*#${tag.replace(/[^\p{L}\p{N}_]/gu, '')}[^${WORD}]*`.toLowerCase()

const needsPlan = ({ pillarIds, campaignIds, hashtags }: AnalyticsFilters): boolean =>
  pillarIds.length + campaignIds.length + hashtags.length > 0

function limitPosts(query: Knex.QueryBuilder, filters: AnalyticsFilters): void {
  const { channelIds, formats, pillarIds, campaignIds, hashtags } = filters
  if (channelIds.length > 0) void query.whereIn('s.channel_id', channelIds)
  if (formats.length > 0) void query.whereIn('s.format', formats)
  if (pillarIds.length > 0) void query.whereIn('p.pillar_id', pillarIds)
  if (campaignIds.length > 0) void query.whereIn('p.campaign_id', campaignIds)
  if (hashtags.length === 0) return
  void query.where((any) => {
    for (const tag of hashtags) {
      void any
        .orWhereRaw("lower(s.text || ' ' || s.title || ' ') GLOB ?", [asGlob(tag)])
        .orWhereRaw('EXISTS (SELECT 1 FROM post_label AS l WHERE l.post_id = p.id AND l.name = ?)', [tag.replace(/^#/, '')])
    }
  })
}

/** The longest period that was measured, the latest of several: the nearest to a lifetime that some files have. */
const longest = (column: string): string => `coalesce((SELECT g.${column} FROM figure AS g WHERE g.subject_id = s.id
  ORDER BY g.starts_on <> '', julianday(g.ends_on) - julianday(g.starts_on) DESC, g.ends_on DESC LIMIT 1), '')`
/** Whose exports count posts over the period of the file; of all others the lookup is spared. */
const byPeriod = "s.network IN ('youtube', 'linkedin')"

/** Figures of a post `s` as `f`: over its lifetime where a file told it, else over the longest period. */
export const postFigures = `LEFT JOIN figure AS f ON f.subject_id = s.id
  AND f.starts_on = CASE WHEN ${byPeriod} THEN ${longest('starts_on')} ELSE '' END
  AND f.ends_on = CASE WHEN ${byPeriod} THEN ${longest('ends_on')} ELSE '' END`

/** Has figures of an import that stands: posts of a draft, or of an import that was undone, have none. */
const hasFigures = 'EXISTS (SELECT 1 FROM figure AS g WHERE g.subject_id = s.id)'
/** The same where `postFigures` is joined, looked up only where a post has none over its lifetime. */
export const isTold = `(f.subject_id IS NOT NULL OR ${hasFigures})`

/**
 * Posts published in the period, as `s` with their lifetime figures as `f` (null where no file told any). With `plan` or a
 * chip that needs it also `v` and `p`, the variant and post of the plan; without `figures` no `f`.
 */
export function postBase(db: Db, scope: FigureScope, zone: string, options: { plan?: boolean; figures?: boolean } = {}): Knex.QueryBuilder {
  const { from, to } = rangeOfDays(scope.from, scope.to, zone)
  const figures = options.figures ?? true
  return db('figure_subject AS s')
    .modify((query) => { if (figures) void query.joinRaw(postFigures) })
    .whereRaw(figures ? isTold : hasFigures)
    .where('s.kind', 'post')
    .where('s.published_at', '>=', from)
    .where('s.published_at', '<', to)
    .modify((query) => {
      if (options.plan || needsPlan(scope.filters)) {
        void query.joinRaw(`LEFT JOIN variant AS v ON v.id = (${matchedVariant})`).joinRaw('LEFT JOIN post AS p ON p.id = v.post_id')
      }
      limitPosts(query, scope.filters)
    })
}

/** A page of the posts published in the period, newest first unless sorted otherwise. */
export async function listPostFigures(db: Db, scope: FigureScope, zone: string, listing: PostListing): Promise<PostFigure[]> {
  const { names, sort = { by: 'published', descending: true }, limit = 200, offset = 0 } = listing
  const sortSql = sort.by === 'published' ? 's.published_at' : figureSql(sort.by)
  const direction = sort.descending ? 'DESC' : 'ASC'
  const rows = (await postBase(db, scope, zone, { plan: true })
    .orderByRaw(`${sort.by === 'published' ? '' : `${sortSql} IS NULL, `}${sortSql} ${direction}, s.id ${direction}`)
    .limit(limit)
    .offset(offset)
    .select('s.id', 's.network', 's.channel_id', 's.format', 's.published_at', 's.title', 's.text', 's.permalink')
    .select({ post_id: 'p.id', variant_id: 'v.id', pillar_id: 'p.pillar_id', campaign_id: 'p.campaign_id' })
    .select(names.map((name) => db.raw(`${figureSql(name)} AS ??`, [name])))) as Record<string, unknown>[]
  return rows.map(
    ({ id, network, channel_id, format, published_at, title, text, permalink, post_id, variant_id, pillar_id, campaign_id, ...values }) => ({
      subjectId: id as number,
      network: network as string,
      channelId: channel_id as string,
      format: format as string,
      publishedAt: published_at as string,
      title: title as string,
      text: text as string,
      permalink: permalink as string,
      postId: post_id as string | null,
      variantId: variant_id as string | null,
      pillarId: pillar_id as string | null,
      campaignId: campaign_id as string | null,
      values: values as Record<string, number | null>
    })
  )
}

export async function countPostFigures(db: Db, scope: FigureScope, zone: string): Promise<number> {
  const { n } = (await postBase(db, scope, zone).count({ n: '*' }).first()) as { n: number }
  return n
}
