import type { Knex } from 'knex'
import { hashtagsOf, type MeasuredPost } from '../../../../shared/features/analytics/measured-posts'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import { rangeOfDays, weekdayOf, zoneClock } from '../../../../shared/time'
import type { Reader } from '../../context'
import { type FigureScope, metricSql, overSql, postBase, underSql } from '../analytics'

const columns = ['id', 'network', 'channel_id', 'format', 'published_at', 'pillar_id', 'campaign_id', 'text', 'value', 'over', 'under'] as const
/** In the order of the columns. */
type Row = [
  id: number, network: string, channelId: string, format: string, publishedAt: string, pillarId: string | null, campaignId: string | null,
  text: string, value: number | null, over: number | null, under: number | null
]

/** As one text, written by the database: for thousands of rows half the time of handing over each value. */
async function readRows(db: Reader, query: Knex.QueryBuilder): Promise<Row[]> {
  const marks = columns.map(() => '??').join(', ')
  const [packed] = (await db.from(query.as('row')).select(db.raw(`json_group_array(json_array(${marks})) AS rows`, [...columns]))) as { rows: string }[]
  return JSON.parse(packed?.rows ?? '[]') as Row[]
}

/** Posts published in the period with one metric each, by the clock of the client. Texts are read for their hashtags only where asked. */
export async function listMeasuredPosts(
  db: Reader,
  scope: FigureScope,
  zone: string,
  { metric, formula, hashtags = false }: { metric: PostMetric; formula: EngagementFormula; hashtags?: boolean }
): Promise<MeasuredPost[]> {
  const query = postBase(db, scope, zone, { plan: true })
    .orderBy(['s.published_at', 's.id'])
    .select('s.id', 's.network', 's.channel_id', 's.format', 's.published_at', 'p.pillar_id', 'p.campaign_id')
    .select(db.raw(hashtags ? "s.text || ' ' || s.title AS text" : "'' AS text"))
    .select(db.raw(`${metricSql(metric, formula)} AS value, ${overSql(metric)} AS over, ${underSql(metric, formula)} AS under`))
  const rows = await readRows(db, query)
  const clock = zoneClock(zone, rangeOfDays(scope.from, scope.to, zone))
  const weekdays = new Map<string, number>()
  const weekday = (date: string): number => {
    const known = weekdays.get(date) ?? weekdayOf(date)
    weekdays.set(date, known)
    return known
  }
  return rows.map(([subjectId, network, channelId, format, publishedAt, pillarId, campaignId, text, value, over, under]) => {
    const { date, time } = clock(publishedAt)
    return {
      subjectId, network, channelId, format, date, pillarId, campaignId,
      weekday: weekday(date),
      hour: Number(time.slice(0, 2)),
      hashtags: text === '' ? [] : hashtagsOf(text),
      value: value ?? undefined,
      ...(value !== null && over !== null && under !== null && { part: { over, under } })
    }
  })
}
