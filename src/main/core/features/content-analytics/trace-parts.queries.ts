import type { Knex } from 'knex'
import type { AnalyticsFilters } from '../../../../shared/features/analytics/analytics-scope'
import { isOfCampaign } from '../../../../shared/features/analytics/campaign-names'
import type { Period } from '../../../../shared/features/analytics/periods'
import type { SubjectKind } from '../../../../shared/features/figures/figure-columns'
import type { Reader } from '../../context'
import { isTold, postBase, postFigures, readAds, readTrafficRows } from '../analytics'
import { getCampaignRecord } from '../campaigns'

/** What a figure is of. */
export interface TraceOf {
  subjectIds: readonly number[]
  networks: readonly string[]
  /** An empty one: figures that nobody has said the channel of. */
  channelIds: readonly string[]
  days: Period | undefined
  /** Only the newest day of each subject: of a stock. */
  newest: boolean
  /** Of ads and visits: those of a campaign of the plan, of all days where no days are said. */
  campaignId: string | undefined
  /** Of ads of a campaign: what was spent by a day of the days, as its budget is held against. */
  pacing: boolean
  /** Of ads: what they were paid in. */
  currency: string | undefined
  filters: AnalyticsFilters
  zone: string
}

const EVER: Period = { from: '0001-01-01', to: '9999-12-31' }

/** Rows of `figure` as `f` of subjects as `s`, by what a board says of them. */
type Counted = Knex.QueryBuilder

function limit(query: Counted, { subjectIds, networks, channelIds }: TraceOf): Counted {
  if (subjectIds.length > 0) void query.whereRaw('s.id IN (SELECT value FROM json_each(?))', [JSON.stringify(subjectIds)])
  if (networks.length > 0) void query.whereIn('s.network', networks)
  if (channelIds.length > 0) void query.whereIn('s.channel_id', channelIds)
  return query
}

/** Posts published in the days, each over its lifetime: not each day of it besides. Those without such figures are there as well. */
function ofPosts(db: Reader, of: TraceOf): Counted {
  const posts = of.days ? postBase(db, { ...of.days, filters: of.filters }, of.zone) : db('figure_subject AS s').joinRaw(postFigures).where('s.kind', 'post').whereRaw(isTold)
  return limit(posts, of)
}

/** Days as the networks state them; a span is none of them. */
function ofDays(db: Reader, kind: SubjectKind, of: TraceOf): Counted {
  const { days = EVER } = of
  const within = 'l.starts_on BETWEEN ? AND ? AND l.ends_on = l.starts_on AND l.followers IS NOT NULL'
  return limit(db('figure_subject AS s').joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id'), of)
    .where('s.kind', kind)
    .whereBetween('f.starts_on', [days.from, days.to])
    .whereRaw('f.ends_on = f.starts_on')
    .modify((query) => {
      if (of.subjectIds.length === 0) void query.where('s.subject_key', 'account')
      const chosen = of.channelIds.length > 0 ? [] : of.filters.channelIds
      if (chosen.length > 0) void query.whereIn('s.channel_id', chosen)
      if (of.newest) void query.whereRaw(`f.starts_on = (SELECT max(l.starts_on) FROM figure AS l WHERE l.subject_id = s.id AND ${within})`, [days.from, days.to])
    })
}

/** Pictures of a moment, of which the newest is shown. */
const ofMoments = (db: Reader, kind: SubjectKind, of: TraceOf): Counted =>
  limit(db('figure_subject AS s').joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id').where('s.kind', kind), of).modify((query) => {
    if (of.newest) void query.whereRaw('f.ends_on = (SELECT max(l.ends_on) FROM figure AS l WHERE l.subject_id = s.id)')
  })

type Place = readonly [subjectId: number, startsOn: string, endsOn: string]

function atPlaces(db: Reader, places: readonly Place[]): Counted {
  const found = 'json_each(?) AS j CROSS JOIN figure_subject AS s ON s.id = j.value ->> 0'
  return db.from(db.raw(`${found} CROSS JOIN figure AS f ON f.subject_id = s.id AND f.starts_on = j.value ->> 1 AND f.ends_on = j.value ->> 2`, [JSON.stringify(places)]))
}

/** Rows of ads that make up the days: none of them twice, no span cut, no total of a network beside its parts. */
async function placesOfAds(db: Reader, of: TraceOf): Promise<Place[]> {
  const { days = EVER, campaignId, currency, filters, pacing } = of
  const campaign = campaignId === undefined ? undefined : await getCampaignRecord(db, campaignId)
  const channelIds = campaign ? [] : of.channelIds.length > 0 ? of.channelIds : filters.channelIds
  const ads = (await readAds({ db, filters: { ...filters, channelIds: [...channelIds] } }, pacing ? EVER : days)).filter(
    ({ row }) =>
      (!campaign || isOfCampaign(campaign, row.campaign)) && (currency === undefined || row.currency === currency) &&
      (of.subjectIds.length === 0 || of.subjectIds.includes(row.subjectId)) && (of.networks.length === 0 || of.networks.includes(row.network))
  )
  const isIn = ({ endsOn }: { endsOn: string }): boolean => !pacing || (endsOn >= days.from && endsOn <= days.to)
  return ads.flatMap(({ rows }) => rows.filter(isIn).map((row): Place => [row.subjectId, row.startsOn, row.endsOn]))
}

/** Visits of the site as a whole, or of the parts of it that are asked for. */
async function placesOfTraffic(db: Reader, of: TraceOf): Promise<Place[]> {
  const { days = EVER, campaignId, subjectIds } = of
  const campaign = campaignId === undefined ? undefined : await getCampaignRecord(db, campaignId)
  const isPart = subjectIds.length > 0 || campaign !== undefined
  const rows = (await readTrafficRows(db, days, isPart ? 'parts' : 'site')).filter(
    ({ subjectId, dimension, value }) => (subjectIds.length === 0 || subjectIds.includes(subjectId)) && (!campaign || (dimension === 'campaign' && isOfCampaign(campaign, value)))
  )
  return rows.flatMap((row) => row.rows.map(({ subjectId, startsOn, endsOn }): Place => [subjectId, startsOn, endsOn]))
}

/** What is shown of a kind, row by row: the same rows that boards add up. A query is made at each call, for awaiting one would run it. */
export async function countedOf(db: Reader, kind: SubjectKind, of: TraceOf): Promise<() => Counted> {
  switch (kind) {
    case 'post':
      return () => ofPosts(db, of)
    case 'ad': {
      const places = await placesOfAds(db, of)
      return () => atPlaces(db, places)
    }
    case 'traffic': {
      const places = await placesOfTraffic(db, of)
      return () => limit(atPlaces(db, places), of)
    }
    case 'audience':
    case 'competitor':
      return () => ofMoments(db, kind, of)
    case 'account':
      return () => ofDays(db, kind, of)
  }
}

/** The kinds of some subjects. */
export async function kindsOf(db: Reader, subjectIds: readonly number[]): Promise<SubjectKind[]> {
  const rows = (await db('figure_subject').whereRaw('id IN (SELECT value FROM json_each(?))', [JSON.stringify(subjectIds)]).distinct('kind')) as { kind: SubjectKind }[]
  return rows.map(({ kind }) => kind)
}
