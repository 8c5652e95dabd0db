import { estimateOf } from '../../../../shared/features/analytics/measured-posts'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import type { GoalMetric } from '../../../../shared/features/goals/goal-progress'
import type { Reader } from '../../context'
import { type FigureName, type FigureScope, listDailyFigures } from '../analytics'
import { formulaOf, listMeasuredPosts } from '../content-analytics'

export interface MeasureOf {
  metric: GoalMetric
  channelId: string | null
  pillarId: string | null
  campaignId: string | null
  from: string
  to: string
}
export interface Measured {
  /** Undefined: no figures. */
  value: number | undefined
  /** The last day that is known. */
  asOf: string | undefined
}

const nothing: Measured = { value: undefined, asOf: undefined }
const latest = (days: readonly string[]): string | undefined => days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)

function scopeOf({ channelId, pillarId, campaignId, from, to }: MeasureOf): FigureScope {
  const list = (id: string | null): string[] => (id === null ? [] : [id])
  return { from, to, filters: { channelIds: list(channelId), pillarIds: list(pillarId), campaignIds: list(campaignId), formats: [], hashtags: [] } }
}

/** The last known number of each channel, added up. */
async function followers(db: Reader, { channelId, to }: MeasureOf): Promise<Measured> {
  const rows = (await db('figure_subject AS s')
    .joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id')
    .where('s.kind', 'account')
    .whereNotNull('f.followers')
    .where('f.starts_on', '>', '')
    .where('f.ends_on', '<=', to)
    .modify((query) => { if (channelId !== null) void query.where('s.channel_id', channelId) })
    .groupBy('s.id')
    // SQLite takes the other columns from the row that has the maximum.
    .select(db.raw('max(f.ends_on) AS day, f.followers AS value'))) as { day: string; value: number }[]
  if (rows.length === 0) return nothing
  return { value: rows.reduce((sum, { value }) => sum + value, 0), asOf: latest(rows.map(({ day }) => day)) }
}

async function daily(db: Reader, scope: FigureScope, name: FigureName, kind: 'account' | 'traffic'): Promise<Measured> {
  const rows = (await listDailyFigures(db, scope, [name], kind)).filter(({ key, values }) => values[name] != null && (kind === 'account' || key === 'account'))
  if (rows.length === 0) return nothing
  return { value: rows.reduce((sum, { values }) => sum + (values[name] ?? 0), 0), asOf: latest(rows.map(({ day }) => day)) }
}

async function ofPosts(db: Reader, scope: FigureScope, zone: string, metric: PostMetric | 'posts'): Promise<Measured> {
  const wanted = metric === 'posts' ? 'seen' : metric
  const posts = await listMeasuredPosts(db, scope, zone, { metric: wanted, formula: await formulaOf(db) })
  const known = metric === 'posts' ? posts : posts.filter(({ value }) => value !== undefined)
  if (known.length === 0) return nothing
  const asOf = latest(known.map(({ date }) => date))
  if (metric === 'posts') return { value: posts.length, asOf }
  if (metric === 'reach') return { value: estimateOf(known, metric, 'typical')?.value, asOf }
  if (metric === 'engagement_rate') return { value: estimateOf(known, metric, 'average')?.value, asOf }
  return { value: known.reduce((sum, { value }) => sum + (value ?? 0), 0), asOf }
}

const ofTraffic: readonly string[] = ['sessions', 'conversions', 'leads', 'revenue'] satisfies FigureColumn[]

/** A figure over days. Of a channel as a whole where its daily figures have it, else of its posts; of reach the median post. */
export async function measure(db: Reader, zone: string, of: MeasureOf): Promise<Measured> {
  const { metric } = of
  const scope = scopeOf(of)
  if (metric === 'followers') return followers(db, of)
  if (ofTraffic.includes(metric)) return daily(db, { ...scope, filters: { ...scope.filters, channelIds: [] } }, metric as FigureName, 'traffic')
  switch (metric) {
    case 'new_followers':
    case 'profile_visits':
      return daily(db, scope, metric, 'account')
    case 'seen':
    case 'link_clicks': {
      const whole = of.pillarId === null && of.campaignId === null ? await daily(db, scope, metric, 'account') : nothing
      return whole.value === undefined ? ofPosts(db, scope, zone, metric) : whole
    }
    default:
      return ofPosts(db, scope, zone, metric as PostMetric | 'posts')
  }
}
