import type { AppOutputs } from '../../../../shared/contract'
import { type AdValues, addAds, costsOf } from '../../../../shared/features/analytics/ad-costs'
import { toPlainSum } from '../../../../shared/features/analytics/analytics.schema'
import { campaignKeys, isOfCampaign } from '../../../../shared/features/analytics/campaign-names'
import { paceOf } from '../../../../shared/features/analytics/pacing'
import type { Period } from '../../../../shared/features/analytics/periods'
import { fromMinor } from '../../../../shared/features/campaigns/money'
import { type CampaignRecord, listCampaignRecords } from '../campaigns'
import { readAds, type SettledAd } from './ads.service'
import { framed, type Frame } from './frame'
import { countPosts, postTotals, rateOf } from './post-totals'
import { sumPosts } from './post-sums.queries'
import { readTrafficRows, sumOfRows, type TrafficRow } from './traffic.service'

type Campaigns = AppOutputs['analytics']['campaigns']
type Row = Campaigns['campaigns'][number]

const EVER: Period = { from: '0001-01-01', to: '9999-12-31' }

/** Spend by currency; only what is in the campaign's own is held against its budget. */
function adsOf(campaign: CampaignRecord, ads: readonly SettledAd[]): Pick<Row, 'ads' | 'pacing'> {
  const own = ads.filter(({ row }) => isOfCampaign(campaign, row.campaign))
  const currencies = [...new Set(own.map(({ row }) => row.currency))].sort()
  const inOwn = own.filter(({ row }) => row.currency === campaign.currency)
  const spend = inOwn.flatMap(({ rows }) => rows.map((row) => ({ until: row.endsOn, value: row.values.spend ?? null })))
  const budget = campaign.budgetMinor === null ? null : fromMinor(campaign.budgetMinor, campaign.currency)
  return {
    ads: currencies.map((currency) => {
      const rows = own.filter(({ row }) => row.currency === currency).flatMap((ad) => ad.rows.map((row) => row.values as AdValues))
      return { currency, ads: own.filter(({ row }) => row.currency === currency).length, ...addAds(rows), ...costsOf(rows) }
    }),
    pacing: paceOf({ startsOn: campaign.startsOn, endsOn: campaign.endsOn, budget }, spend)
  }
}

function trafficOf(campaign: CampaignRecord, traffic: readonly TrafficRow[]): Row['traffic'] {
  const own = traffic.filter((row) => row.dimension === 'campaign' && isOfCampaign(campaign, row.value))
  return own.length === 0 ? null : { names: [...new Set(own.map(({ value }) => value))], sessions: sumOfRows(own, 'sessions'), conversions: sumOfRows(own, 'conversions') }
}

async function rowOf(frame: Frame, campaign: CampaignRecord, ads: readonly SettledAd[], traffic: readonly TrafficRow[]): Promise<Row> {
  const filters = { ...frame.filters, campaignIds: [campaign.id] }
  const posts = await sumPosts(frame.db, { ...frame.period, filters }, frame.zone, frame.formula)
  const totals = postTotals(frame, { now: posts, isKnown: true, before: undefined })
  const total = (name: string) => totals.find((one) => one.name === name)?.now ?? { value: null, known: 0, expected: countPosts(posts) }
  return {
    campaignId: campaign.id, name: campaign.name, color: campaign.color, startsOn: campaign.startsOn, endsOn: campaign.endsOn, currency: campaign.currency,
    posts: countPosts(posts), seen: total('seen'), interactions: total('interactions'), engagementRate: toPlainSum(rateOf(posts)), linkClicks: total('link_clicks'),
    ...adsOf(campaign, ads), traffic: trafficOf(campaign, traffic)
  }
}

/** Campaigns whose days meet the period, with their posts and ads of all days for the pacing, and visits by the names in their links. */
export async function readCampaignBoard(frame: Frame): Promise<Campaigns> {
  const { db, period, filters } = frame
  const records = await listCampaignRecords(db, { includeArchived: true })
  const meets = (one: CampaignRecord): boolean => (one.startsOn ?? EVER.from) <= period.to && (one.endsOn ?? EVER.to) >= period.from
  const shown = records.filter((one) => meets(one) && (filters.campaignIds.length === 0 || filters.campaignIds.includes(one.id)))
  const [ads, traffic] = await Promise.all([readAds({ db, filters: { ...filters, channelIds: [] } }, EVER), readTrafficRows(db, period)])
  const rows: Row[] = []
  for (const campaign of shown) rows.push(await rowOf(frame, campaign, ads, traffic))
  const names = [...new Set(ads.map(({ row }) => row.campaign))].filter((name) => name !== '' && !records.some((one) => isOfCampaign(one, name)))
  return { ...framed(frame), formula: frame.formula, campaigns: rows, unmatchedAds: names.sort(), keys: Object.fromEntries(shown.map((one) => [one.id, campaignKeys(one)])) }
}
