import type { AppOutputs } from '../../../../shared/contract'
import { type AdValues, addAds, adFigures, costsOf } from '../../../../shared/features/analytics/ad-costs'
import { settleRows } from '../../../../shared/features/analytics/settled-rows'
import type { Period } from '../../../../shared/features/analytics/periods'
import type { Frame } from './frame'
import { framed } from './frame'
import { listSpans, type SpanRow } from './spans.queries'
import { sumPosts } from './post-sums.queries'

type Ads = AppOutputs['analytics']['ads']

export interface SettledAd {
  row: SpanRow
  rows: SpanRow[]
  across: SpanRow[]
}

const valuesOf = (row: SpanRow): AdValues => row.values as AdValues

/** Ads with the rows that make up the period. Totals that a network states itself are left out, for their parts are there. */
export async function readAds(frame: Pick<Frame, 'db' | 'filters'>, period: Period): Promise<SettledAd[]> {
  const rows = await listSpans(frame.db, period, 'ad', adFigures, frame.filters.channelIds)
  const bySubject = new Map<number, SpanRow[]>()
  for (const row of rows) {
    if (row.key === 'account') continue
    const list = bySubject.get(row.subjectId)
    if (list) list.push(row)
    else bySubject.set(row.subjectId, [row])
  }
  return [...bySubject.values()].flatMap((list) => {
    const { counted, across } = settleRows(list, period)
    return list[0] ? [{ row: list[0], rows: counted, across }] : []
  })
}

const groupByCurrency = (ads: readonly SettledAd[]): Map<string, SettledAd[]> => {
  const groups = new Map<string, SettledAd[]>()
  for (const ad of ads) groups.set(ad.row.currency, [...(groups.get(ad.row.currency) ?? []), ad])
  return groups
}

const present = ({ row, rows, across }: SettledAd): Ads['ads'][number] => ({
  subjectId: row.subjectId, network: row.network, channelId: row.channelId, campaign: row.campaign, adSet: row.adSet,
  ad: row.ad || row.title || row.key, currency: row.currency,
  ...addAds(rows.map(valuesOf)), ...costsOf(rows.map(valuesOf)), rows: rows.length, across: across.length
})

/** Money is added up within one currency only, so that there is a row of totals for each. */
function totalsOf(ads: readonly SettledAd[], before: readonly SettledAd[]): Ads['totals'] {
  const earlier = groupByCurrency(before)
  return [...groupByCurrency(ads)].map(([currency, group]) => {
    const rows = group.flatMap((ad) => ad.rows.map(valuesOf))
    const rowsBefore = (earlier.get(currency) ?? []).flatMap((ad) => ad.rows.map(valuesOf))
    return { currency, ads: group.length, ...addAds(rows), ...costsOf(rows), spendBefore: rowsBefore.length === 0 ? null : addAds(rowsBefore).spend }
  })
}

/** Spend by day and currency, of what was told by day. */
function spendDays(ads: readonly SettledAd[]): Ads['spend'] {
  return [...groupByCurrency(ads)].map(([currency, group]) => {
    const days = new Map<string, number>()
    for (const { rows } of group) {
      for (const row of rows) {
        const spend = row.values.spend
        if (row.startsOn === row.endsOn && spend != null) days.set(row.startsOn, (days.get(row.startsOn) ?? 0) + spend)
      }
    }
    return { currency, days: [...days].map(([day, value]) => ({ day, value })).sort((a, b) => (a.day < b.day ? -1 : 1)) }
  })
}

/** Paid and organic stand side by side and are not added up. */
async function splitOf(frame: Frame, ads: readonly SettledAd[]): Promise<Ads['split']> {
  const posts = await sumPosts(frame.db, { ...frame.period, filters: frame.filters }, frame.zone, frame.formula)
  const networks = [...new Set([...ads.map(({ row }) => row.network), ...posts.map(({ network }) => network)])].sort()
  return networks.map((network) => {
    const organic = posts.filter((one) => one.network === network)
    const paid = ads.filter(({ row }) => row.network === network).flatMap(({ rows }) => rows.map(valuesOf))
    const seen = organic.flatMap(({ sums }) => sums.get('seen')?.sum ?? [])
    return {
      network,
      posts: organic.reduce((sum, one) => sum + one.posts, 0),
      organicSeen: seen.length === 0 ? null : seen.reduce((sum, value) => sum + value, 0),
      paidImpressions: addAds(paid).impressions
    }
  })
}

export async function readAdsBoard(frame: Frame): Promise<Ads> {
  const [ads, before] = await Promise.all([readAds(frame, frame.period), frame.compared ? readAds(frame, frame.compared) : []])
  const shown = ads.filter(({ rows, across }) => rows.length + across.length > 0)
  return {
    ...framed(frame),
    totals: totalsOf(shown.filter(({ rows }) => rows.length > 0), before),
    ads: shown.map(present),
    spend: spendDays(shown),
    split: await splitOf(frame, shown)
  }
}
