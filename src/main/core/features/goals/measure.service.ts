import { estimateOf } from '../../../../shared/features/analytics/measured-posts'
import type { TraceAsk } from '../../../../shared/features/analytics/content-analytics.contract'
import type { Period } from '../../../../shared/features/analytics/periods'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import type { GoalMetric } from '../../../../shared/features/goals/goal-progress'
import type { Reader } from '../../context'
import { type FigureName, type FigureScope, listDailyFigures, listStocks, readTrafficRows } from '../analytics'
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
  /** What it is made of. */
  source: TraceAsk
}

const FIRST = '0001-01-01'
/** Undefined: nothing is known. */
const sumOf = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0))
const latest = (days: readonly string[]): string | undefined => days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)

function scopeOf({ channelId, pillarId, campaignId, from, to }: MeasureOf): FigureScope {
  const list = (id: string | null): string[] => (id === null ? [] : [id])
  return { from, to, filters: { channelIds: list(channelId), pillarIds: list(pillarId), campaignIds: list(campaignId), formats: [], hashtags: [] } }
}

/** The last known number of each channel, added up: the same that boards show. */
async function followers(db: Reader, { channelId, to }: MeasureOf): Promise<Measured> {
  const stocks = await listStocks(db, to, channelId === null ? [] : [channelId])
  const source: TraceAsk = { metric: 'followers', kinds: ['account'], newest: true, from: FIRST, to, channelIds: channelId === null ? [] : [channelId] }
  return { value: sumOf(stocks.map((stock) => stock.followers)), asOf: latest(stocks.map(({ day }) => day)), source }
}

/** Of channels, by day. */
async function ofChannels(db: Reader, { from, to, filters }: FigureScope, name: FigureName & GoalMetric): Promise<Measured> {
  const rows = (await listDailyFigures(db, { from, to, filters }, [name])).filter(({ key, values }) => values[name] != null && key === 'account')
  const source: TraceAsk = { metric: name, kinds: ['account'], from, to, filters }
  return { value: sumOf(rows.map(({ values }) => values[name] ?? 0)), asOf: latest(rows.map(({ day }) => day)), source }
}

/** Of the site, by day, and in spans where no day is told. */
async function ofSite(db: Reader, days: Period, name: FigureColumn & GoalMetric): Promise<Measured> {
  const rows = (await readTrafficRows(db, days, 'site')).flatMap((site) => site.rows).filter(({ values }) => values[name] != null)
  const source: TraceAsk = { metric: name, kinds: ['traffic'], from: days.from, to: days.to }
  return { value: sumOf(rows.map(({ values }) => values[name] ?? 0)), asOf: latest(rows.map(({ endsOn }) => endsOn)), source }
}

async function ofPosts(db: Reader, scope: FigureScope, zone: string, metric: PostMetric | 'posts'): Promise<Measured> {
  const wanted = metric === 'posts' ? 'seen' : metric
  const posts = await listMeasuredPosts(db, scope, zone, { metric: wanted, formula: await formulaOf(db) })
  const known = metric === 'posts' ? posts : posts.filter(({ value }) => value !== undefined)
  const told = { asOf: latest(known.map(({ date }) => date)), source: { metric, kinds: ['post'], from: scope.from, to: scope.to, filters: scope.filters } satisfies TraceAsk }
  if (known.length === 0) return { ...told, value: undefined }
  if (metric === 'posts') return { ...told, value: posts.length }
  if (metric === 'reach') return { ...told, value: estimateOf(known, metric, 'typical')?.value }
  if (metric === 'engagement_rate') return { ...told, value: estimateOf(known, metric, 'average')?.value }
  return { ...told, value: sumOf(known.map(({ value }) => value ?? 0)) }
}

/** A figure over days. Of a channel as a whole where its daily figures have it, else of its posts; of reach the median post. */
export async function measure(db: Reader, zone: string, of: MeasureOf): Promise<Measured> {
  const { metric } = of
  const scope = scopeOf(of)
  if (metric === 'followers') return followers(db, of)
  switch (metric) {
    case 'sessions':
    case 'conversions':
    case 'leads':
    case 'revenue':
      return ofSite(db, of, metric)
    case 'new_followers':
    case 'profile_visits':
      return ofChannels(db, scope, metric)
    case 'seen':
    case 'link_clicks': {
      const whole = of.pillarId === null && of.campaignId === null ? await ofChannels(db, scope, metric) : undefined
      return whole?.value === undefined ? ofPosts(db, scope, zone, metric) : whole
    }
    default:
      return ofPosts(db, scope, zone, metric)
  }
}
