import type { AnalyticsScope } from '../../../../shared/features/analytics/analytics-scope'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { readAdsBoard } from './ads.service'
import { readCampaignBoard } from './campaigns.service'
import { readChannels, readFollowers } from './channels.service'
import { findKnownDays, listFormats, listHashtags } from './choices.queries'
import { readClients } from './clients.service'
import { frameOf } from './frame'
import { readOverview } from './overview.service'
import { warmPosts } from './post-columns'
import { readTraffic } from './traffic.service'

export {
  countPostFigures, dailyBase, figureSql, isTold, listDailyFigures, listPostFigures, matchedVariant, postBase, postFigures,
  type DailyFigure, type FigureName, type FigureScope, type PostFigure, type PostListing
} from './figure-queries'
export { annotationsHandlers } from './annotations.handlers'
export { insertAnnotation, listAnnotations } from './annotations.repository'
export { followersPlace, type MetricPart, metricParts, metricSql, overSql, ratedSql, underSql } from './metric-sql'
export { type PostStore, postStore, rewarmPosts, warmPosts } from './post-columns'
export { markPosts } from './scoped-posts'
export { frameOf, type Frame } from './frame'
export { listStocks } from './followers.queries'
export { readAds, readAdsBoard } from './ads.service'
export { readCampaignBoard } from './campaigns.service'
export { readChannels, readFollowers } from './channels.service'
export { readOverview } from './overview.service'
export { coversDays, findPostSpan } from './totals.queries'
export { readTraffic, readTrafficRows } from './traffic.service'

const RECENT = { posts: 3000, limit: 40 }

const frame = async (context: CallContext, input: AnalyticsScope) => frameOf(context.core, await context.workspace(input.clientId), input)

export const analyticsHandlers = {
  choices: os.analytics.choices.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    // Who asks what can be chosen is about to look at posts.
    warmPosts(reader)
    const [formats, hashtags, days] = await Promise.all([listFormats(reader), listHashtags(reader, RECENT), findKnownDays(reader)])
    return { formats, hashtags, ...days }
  }),
  overview: os.analytics.overview.handler(async ({ input, context }) => readOverview(await frame(context, input))),
  channels: os.analytics.channels.handler(async ({ input, context }) => readChannels(await frame(context, input))),
  followers: os.analytics.followers.handler(async ({ input, context }) => readFollowers(await frame(context, input))),
  campaigns: os.analytics.campaigns.handler(async ({ input, context }) => readCampaignBoard(await frame(context, input))),
  ads: os.analytics.ads.handler(async ({ input, context }) => readAdsBoard(await frame(context, input))),
  traffic: os.analytics.traffic.handler(async ({ input, context }) => readTraffic(await frame(context, input))),
  clients: os.analytics.clients.handler(({ input, context }) => readClients(context.core, input))
}
