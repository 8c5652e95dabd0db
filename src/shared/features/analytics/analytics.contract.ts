import { z } from 'zod'
import { clientOperation, clientScope, id, operation } from '../../contract/base'
import { engagementFormulas } from '../figures/formulas'
import { bucketSeries, figureBreak, figureTotal, gap, periodFrame, plainSum, source } from './analytics.schema'
import { analyticsScope, compareTo, day } from './analytics-scope'

const formula = z.enum(engagementFormulas)
const amount = z.number().nullable()

/** Figures of ads; reach only where a single row tells it, since people are counted again in every other. Money is in whole units. */
const adSums = z.object({ spend: amount, impressions: amount, reach: amount, clicks: amount, link_clicks: amount, results: amount, cpm: amount, cpc: amount, cpr: amount })

const sourceRow = source.extend({
  posts: z.int(),
  /** Over the posts published in the period; `known` counts posts. */
  postSeen: plainSum,
  interactions: plainSum,
  engagementRate: plainSum,
  /** Of the channel by day; `known` counts days. */
  seen: plainSum,
  newFollowers: plainSum,
  /** The last stock that a file told up to the end of the period, and its day. */
  followers: z.object({ value: z.number(), day }).nullable(),
  /** The last day of all that figures by day are known of. */
  lastDay: day.nullable()
})
export type SourceRow = z.infer<typeof sourceRow>

const overview = z.object({
  ...periodFrame,
  formula,
  /**
   * Published in the period, with figures over their lifetime. `known` counts posts. `isKnown` false: the period is before or
   * after all that was imported, so that a count of 0 does not mean that nothing was published.
   */
  posts: z.object({ count: z.int(), isKnown: z.boolean(), before: z.int().nullable(), totals: z.array(figureTotal) }),
  /** By day, of the channels themselves. `known` counts days of channels. Only the chip of channels limits them. */
  days: z.object({ channels: z.int(), totals: z.array(figureTotal) }),
  /** Over the channels whose stock is known; null where none is. */
  followers: figureTotal.nullable(),
  series: z.array(bucketSeries),
  /** The same of the days compared with, in buckets of their own; without channels that count anew since then. */
  seriesBefore: z.array(bucketSeries),
  sources: z.array(sourceRow),
  gaps: z.array(gap),
  breaks: z.array(figureBreak)
})
export type Overview = z.infer<typeof overview>

const stock = source.extend({ day, followers: z.number() })
const followers = z.object({
  ...periodFrame,
  stock: z.array(bucketSeries),
  gained: z.array(bucketSeries),
  lost: z.array(bucketSeries),
  stocks: z.array(stock),
  stocksBefore: z.array(stock),
  audience: z.array(source.extend({ subjectId: z.int(), dimension: z.string(), value: z.string(), followers: amount, share: amount, measuredAt: z.string() }))
})

const pacing = z.object({
  budget: amount, spent: amount, until: day.nullable(), daysGone: z.int().nullable(), daysAll: z.int().nullable(), planned: amount, forecast: amount
})
const campaignRow = z.object({
  campaignId: id, name: z.string(), color: z.string(), startsOn: day.nullable(), endsOn: day.nullable(), currency: z.string(),
  posts: z.int(), seen: plainSum, interactions: plainSum, engagementRate: plainSum, linkClicks: plainSum,
  /** A row a currency, over all days of the campaign's ads. */
  ads: z.array(adSums.extend({ currency: z.string(), ads: z.int() })),
  pacing,
  /** Visits of the period by the names that the campaign has in links; null where no file knows any of them. */
  traffic: z.object({ names: z.array(z.string()), sessions: amount, conversions: amount }).nullable()
})
export type CampaignRow = z.infer<typeof campaignRow>

const ads = z.object({
  ...periodFrame,
  totals: z.array(adSums.extend({ currency: z.string(), ads: z.int(), spendBefore: amount })),
  ads: z.array(
    adSums.extend({
      subjectId: z.int(), network: z.string(), channelId: z.string(), campaign: z.string(), adSet: z.string(), ad: z.string(), currency: z.string(),
      rows: z.int(),
      /** Rows that reach over the ends of the period and are left out. */
      across: z.int()
    })
  ),
  spend: z.array(z.object({ currency: z.string(), days: z.array(z.object({ day, value: z.number() })) })),
  split: z.array(z.object({ network: z.string(), posts: z.int(), organicSeen: amount, paidImpressions: amount }))
})
export type AdsBoard = z.infer<typeof ads>

const siteTotals = z.object({ sessions: plainSum, conversions: plainSum, revenue: plainSum, events: plainSum })
const traffic = z.object({
  ...periodFrame,
  totals: siteTotals,
  before: siteTotals.nullable(),
  series: z.array(bucketSeries),
  rows: z.array(
    z.object({
      subjectId: z.int(), dimension: z.string(), value: z.string(), sessions: amount, users: amount, conversions: amount, across: z.int(),
      /** Rows that it is made of; of several there is no sum of users. */
      rows: z.int(),
      /** The campaign of the plan that the name is of. */
      campaignId: id.nullable()
    })
  )
})

const clientRow = z.object({
  clientId: id, name: z.string(), color: z.string(),
  /** Null: the days are before or after all that was imported. `postsBefore` is null as well where nothing is compared. */
  posts: z.int().nullable(),
  postsBefore: z.int().nullable(),
  figures: z.array(figureTotal),
  /** How the client's engagement rate is worked out. */
  formula,
  channels: z.int(),
  /** The last known day of the channel that is furthest behind, and of the one that is furthest on. */
  oldestData: day.nullable(),
  newestData: day.nullable(),
  /** Channels whose newest days of the period are missing. */
  gaps: z.int()
})
export type ClientRow = z.infer<typeof clientRow>

/** Dashboards of one client's figures. Zero and not known are never the same: what is not known is null. */
export const analyticsContract = {
  /** What figures can be narrowed by, most used first, and the first and last day that any is of. */
  choices: clientOperation('query')
    .input(clientScope)
    .output(z.object({ formats: z.array(z.string()), hashtags: z.array(z.string()), first: day.nullable(), last: day.nullable() })),
  overview: clientOperation('query').input(analyticsScope).output(overview),
  /** By day, channel by channel, the figures that several networks tell. Reach is never added up. */
  channels: clientOperation('query').input(analyticsScope).output(z.object({ ...periodFrame, series: z.array(bucketSeries), breaks: z.array(figureBreak) })),
  followers: clientOperation('query').input(analyticsScope).output(followers),
  campaigns: clientOperation('query')
    .input(analyticsScope)
    .output(z.object({ ...periodFrame, formula, campaigns: z.array(campaignRow), unmatchedAds: z.array(z.string()), keys: z.record(z.string(), z.array(z.string())) })),
  ads: clientOperation('query').input(analyticsScope).output(ads),
  traffic: clientOperation('query').input(analyticsScope).output(traffic),
  /** All clients that are not archived, a row each, from nothing but each one's own workspace. */
  clients: operation('query')
    .input(z.object({ from: day, to: day, compare: compareTo.default({ kind: 'previous' }) }))
    .output(z.object({ clients: z.array(clientRow), unread: z.array(z.object({ clientId: id, name: z.string(), code: z.string() })) }))
}
