import type { AppOutputs } from '../../../../shared/contract'
import { listAudience, listStocks } from './followers.queries'
import { readBreaks, seriesOf } from './day-totals'
import { framed, type Frame } from './frame'
import { listBuckets, listKnownSpans } from './totals.queries'

type Channels = AppOutputs['analytics']['channels']
type Followers = AppOutputs['analytics']['followers']

/** By day these can be held side by side; each network counts its own way, which the dictionary tells. */
export const comparableFigures = ['seen', 'reach', 'engagements', 'link_clicks', 'profile_visits', 'new_followers'] as const

/** The figures that more than one network tells, channel by channel, for small charts side by side. */
export async function readChannels(frame: Frame): Promise<Channels> {
  const { db, period, filters, grain, weekStart } = frame
  const [rows, spans] = await Promise.all([
    listBuckets(db, { ...period, filters }, comparableFigures, { grain, weekStart }),
    listKnownSpans(db, filters.channelIds)
  ])
  return { ...framed(frame), series: comparableFigures.flatMap((name) => seriesOf(frame, rows, name)), breaks: await readBreaks(frame, spans) }
}

/** Stocks where a file told them and gains where only gains are told: never one made up of the other. */
export async function readFollowers(frame: Frame): Promise<Followers> {
  const { db, period, compared, filters, grain, weekStart } = frame
  const [rows, stocks, stocksBefore, audience] = await Promise.all([
    listBuckets(db, { ...period, filters }, ['followers', 'new_followers', 'lost_followers'], { grain, weekStart }),
    listStocks(db, period.to, filters.channelIds),
    listStocks(db, compared?.to ?? period.from, filters.channelIds),
    listAudience(db, { filters })
  ])
  return {
    ...framed(frame),
    stock: seriesOf(frame, rows, 'followers'),
    gained: seriesOf(frame, rows, 'new_followers'),
    lost: seriesOf(frame, rows, 'lost_followers'),
    stocks,
    stocksBefore: compared ? stocksBefore : [],
    audience
  }
}
