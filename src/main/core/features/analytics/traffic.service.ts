import type { AppOutputs } from '../../../../shared/contract'
import { isOfCampaign } from '../../../../shared/features/analytics/campaign-names'
import { sumKnown } from '../../../../shared/features/analytics/known'
import type { Period } from '../../../../shared/features/analytics/periods'
import { settleRows } from '../../../../shared/features/analytics/settled-rows'
import type { Reader } from '../../context'
import { listCampaignRecords } from '../campaigns'
import { framed, type Frame, pastDays } from './frame'
import { listSpans, type SpanRow } from './spans.queries'
import { listBuckets } from './totals.queries'
import { seriesOf } from './day-totals'

type Traffic = AppOutputs['analytics']['traffic']

const trafficFigures = ['sessions', 'users', 'events', 'conversions', 'leads', 'revenue', 'views'] as const

/** What a site was visited by: a value of a dimension (`source: instagram`), with the rows that make up the period. */
export interface TrafficRow {
  subjectId: number
  dimension: string
  value: string
  rows: SpanRow[]
  across: number
}

// The same thing under the names that reports give it.
const campaignDimension = /campaign|kampanje|campagne|campagna|campaña/i

/** Everything but the total of the site, which is not one of its parts; or only that, of each site. */
export async function readTrafficRows(db: Reader, period: Period, of: 'parts' | 'site' = 'parts'): Promise<TrafficRow[]> {
  const bySubject = new Map<number, SpanRow[]>()
  for (const row of await listSpans(db, period, 'traffic', trafficFigures)) {
    if ((row.key === 'account') !== (of === 'site')) continue
    const list = bySubject.get(row.subjectId)
    if (list) list.push(row)
    else bySubject.set(row.subjectId, [row])
  }
  return [...bySubject.values()].flatMap((list) => {
    const [first] = list
    if (!first) return []
    const at = first.key.indexOf(':')
    const written = at < 0 ? first.network : first.key.slice(0, at)
    const { counted, across } = settleRows(list, period)
    return [{
      subjectId: first.subjectId,
      dimension: campaignDimension.test(written) ? 'campaign' : written,
      value: first.title || (at < 0 ? first.key : first.key.slice(at + 1)),
      rows: counted,
      across: across.length
    }]
  })
}

/** Null: not known. */
export const sumOfRows = (list: readonly TrafficRow[], name: string): number | null =>
  sumKnown(list.flatMap(({ rows }) => rows.map((row) => row.values[name]))).value ?? null

/** Users are people, who come again: of several rows there is no sum of them. */
const usersOf = ({ rows }: TrafficRow): number | null => (rows.length === 1 ? (rows[0]?.values.users ?? null) : null)

async function siteTotals(frame: Frame, period: Period) {
  const sites = await readTrafficRows(frame.db, period, 'site')
  const days = sites.flatMap(({ rows }) => rows.map((row) => pastDays({ from: row.startsOn, to: row.endsOn }, '9999-12-31')))
  const known = days.reduce((sum, one) => sum + one, 0)
  const total = (name: string) => ({ value: sumOfRows(sites, name), known, expected: pastDays(period, frame.today) * Math.max(1, sites.length) })
  return { sessions: total('sessions'), conversions: total('conversions'), revenue: total('revenue'), events: total('events') }
}

export async function readTraffic(frame: Frame): Promise<Traffic> {
  const { db, period, compared, grain, weekStart, filters } = frame
  const [rows, buckets, campaigns, now, before] = await Promise.all([
    readTrafficRows(db, period),
    listBuckets(db, { ...period, filters: { ...filters, channelIds: [] } }, ['sessions', 'users'], { grain, weekStart, kind: 'traffic' }),
    listCampaignRecords(db, { includeArchived: true }),
    siteTotals(frame, period),
    compared ? siteTotals(frame, compared) : null
  ])
  return {
    ...framed(frame),
    totals: now,
    before,
    series: [...seriesOf(frame, buckets, 'sessions'), ...seriesOf(frame, buckets, 'users')],
    rows: rows.map((row) => ({
      subjectId: row.subjectId, dimension: row.dimension, value: row.value, sessions: sumOfRows([row], 'sessions'), users: usersOf(row),
      conversions: sumOfRows([row], 'conversions'), across: row.across, rows: row.rows.length,
      campaignId: row.dimension === 'campaign' ? (campaigns.find((one) => isOfCampaign(one, row.value))?.id ?? null) : null
    }))
  }
}
