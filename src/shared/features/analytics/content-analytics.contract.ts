import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, pageInput } from '../../contract/base'
import { engagementFormulas } from '../figures/formulas'
import { adCosts } from './ad-costs'
import { figureColumns, subjectKinds } from '../figures/figure-columns'
import { analyticsFilters, analyticsScope, day } from './analytics-scope'
import { estimate } from './estimate.schema'
import { groupChange } from './group-change.schema'
import { statistics } from './measured-posts'
import { groupings } from './post-groups'
import { postMetric, postMetrics } from './post-metrics'

export const postSorts = ['published', ...postMetrics] as const
const formula = z.enum(engagementFormulas)

/** Figures by metric; null is not known, and not zero. */
const values = z.record(z.string(), z.number().nullable())

const plannedPost = z.object({
  postId: id,
  variantId: id,
  title: z.string(),
  pillarId: id.nullable(),
  campaignId: id.nullable(),
  thumbnailUrl: z.string().nullable()
})

/** A post as a network knows it. `planned` is the post of the plan that it is; null where none is known. */
export const publishedPost = z.object({
  subjectId: z.int(),
  network: z.string(),
  channelId: z.string(),
  format: z.string(),
  title: z.string(),
  /** The first 280 characters. */
  text: z.string(),
  permalink: z.string(),
  publishedAt: instant,
  values,
  planned: plannedPost.nullable()
})
export type PublishedPost = z.infer<typeof publishedPost>

/** A figure where it was read. */
export const traceRow = z.object({
  subjectId: z.int(),
  subject: z.string(),
  network: z.string(),
  kind: z.enum(subjectKinds),
  /** A column, or the name in the file of a figure without one. */
  column: z.string(),
  value: z.number(),
  /** How often it is counted: followers of a day once for each post that is held against them. */
  times: z.int(),
  /** Empty: over the lifetime until it was measured. */
  startsOn: z.string(),
  endsOn: z.string(),
  file: z.string(),
  /** The file inside an archive, and the sheet of a workbook; empty where there is none. */
  entry: z.string(),
  sheet: z.string(),
  line: z.int(),
  measuredAt: z.string(),
  importedAt: instant,
  /** False: a newer value of another file counts instead. */
  counts: z.boolean()
})
export type TraceRow = z.infer<typeof traceRow>

/** What a figure is made of, whoever's it is. */
export const traceAsk = z.object({
  /** `posts` counts them. */
  metric: z.union([postMetric, z.enum(figureColumns), z.enum(adCosts), z.literal('posts')]),
  /** Instead of the metric: a figure without a column, by its name in the file. */
  more: z.string().min(1).max(120).optional(),
  subjectIds: z.array(z.int()).max(1000).default([]),
  kinds: z.array(z.enum(subjectKinds)).default([]),
  networks: z.array(z.string().max(40)).max(50).default([]),
  /** An empty one: figures that nobody has said the channel of. */
  channelIds: z.array(z.union([id, z.literal('')])).max(100).default([]),
  from: day.optional(),
  to: day.optional(),
  /** Only the newest day of each subject in the days: of a stock. */
  newest: z.boolean().default(false),
  /** Ads and visits of a campaign of the plan, found by its name. */
  campaignId: id.optional(),
  /** Of ads of a campaign: what was spent by a day of the days, also in spans that began before them. */
  pacing: z.boolean().default(false),
  /** Of ads: only what was paid in this currency; empty where no file told which. */
  currency: z.string().max(8).optional(),
  /** The posts of a group, of an hour as `weekday hour`, of hours as `14-18`, or all of the period; `others`: all but these. Needs the days. */
  among: z.object({ by: z.enum([...groupings, 'time', 'hours', 'period']), key: z.string().max(200), others: z.boolean().default(false) }).optional(),
  /** Narrow posts; needs the days. */
  filters: analyticsFilters.prefault({})
})
export type TraceAsk = z.input<typeof traceAsk>
const traceInput = clientScope.extend({ ...pageInput, ...traceAsk.shape })
export type TraceInput = z.infer<typeof traceInput>

const measured = z.object({ measuredAt: z.string(), importedAt: instant, file: z.string(), line: z.int(), startsOn: z.string(), endsOn: z.string(), values })

const metricScope = analyticsScope.extend({ metric: postMetric })
const insight = z.object({
  metric: postMetric,
  network: z.string(),
  by: z.enum([...groupings, 'hours', 'period']),
  key: z.string(),
  ratio: estimate,
  group: estimate,
  others: estimate
})
export type InsightRow = z.infer<typeof insight>

const group = z.object({
  key: z.string(),
  posts: z.int(),
  share: z.number(),
  target: z.number().nullable(),
  estimate: estimate.nullable(),
  /** The same group in the days compared with; null where nothing is compared or no file tells of those days. */
  before: z.object({ posts: z.int(), estimate: estimate.nullable(), change: groupChange }).nullable()
})
const groupsAnswer = z.object({
  formula,
  posts: z.int(),
  overall: estimate.nullable(),
  /** The days compared with, and all posts in them. `isKnown` false: no file tells of those days. */
  compared: z.object({ from: day, to: day, isKnown: z.boolean(), posts: z.int(), overall: estimate.nullable() }).nullable(),
  groups: z.array(group)
})
export type GroupsAnswer = z.infer<typeof groupsAnswer>

export const contentAnalyticsContract = {
  /** A page of the posts published in the period. What has no such figure comes last, whichever way it is sorted. */
  posts: clientOperation('query')
    .input(
      analyticsScope.extend({ ...pageInput, sort: z.enum(postSorts).default('published'), descending: z.boolean().default(true), search: z.string().max(200).default('') })
    )
    .output(z.object({ total: z.int(), formula, posts: z.array(publishedPost) })),
  /** One of them with all its figures, and every value that was measured of it, the newest first. */
  post: clientOperation('query', 'not-found.subject')
    .input(clientScope.extend({ subjectId: z.int() }))
    .output(z.object({ post: publishedPost, fullText: z.string(), formula, more: values, reason: z.string().nullable(), history: z.array(measured) })),
  /** Medians by weekday and hour of the client's zone. `without` are posts that lack the figure. */
  bestTimes: clientOperation('query')
    .input(metricScope)
    .output(
      z.object({
        zone: z.string(),
        formula,
        n: z.int(),
        without: z.int(),
        overall: estimate.nullable(),
        cells: z.array(z.object({ weekday: z.int(), hour: z.int(), estimate }))
      })
    ),
  /** Groups that say something first, those without posts in the period last. `share` is of all posts; `target` is what the pillar should have, in percent. */
  groups: clientOperation('query')
    .input(metricScope.extend({ by: z.enum(groupings), statistic: z.enum(statistics).default('typical') }))
    .output(groupsAnswer),
  /** Differences that the figures carry, of reach (else of times seen) and of the engagement rate. */
  insights: clientOperation('query')
    .input(analyticsScope)
    .output(z.object({ formula, posts: z.int(), compared: z.int(), tooFew: z.int(), insights: z.array(insight) })),
  /** What engagement is held against. */
  formula: clientOperation('query').input(clientScope).output(z.object({ formula })),
  setFormula: clientOperation('command', 'conflict.client-archived').input(clientScope.extend({ formula })).output(done),
  /** What a figure is made of: of these subjects, or of all of a kind in days and channels. Newest days first. */
  trace: clientOperation('query', 'not-found.campaign')
    .input(traceInput)
    .output(
      z.object({
        total: z.int(),
        /** Values that count, and values that a newer one stands in for. */
        counting: z.int(),
        superseded: z.int(),
        /** What the values that count come to: their sum, the rate or the cost; null where there are none. */
        value: z.number().nullable(),
        rows: z.array(traceRow)
      })
    )
}
