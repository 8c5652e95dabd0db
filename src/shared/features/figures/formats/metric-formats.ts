import { z } from 'zod'
import { subjectKinds } from '../figure-columns'
import ads from './ads.json'
import linkedin from './linkedin.json'
import meta from './meta.json'
import others from './others.json'
import tiktok from './tiktok.json'
import x from './x.json'
import youtube from './youtube.json'

const headers = z.array(z.string())

/** How the id of a post is found, and its time of publishing in it. */
export const idRules = ['meta', 'x', 'linkedin', 'tiktok', 'youtube', 'moment', 'plain'] as const
export type IdRule = (typeof idRules)[number]

const order = z.enum(['dmy', 'mdy'])

/** What a format tells of its table as a whole; used for facts. */
const factFields = {
  date: headers.optional(),
  /** The last day of a row's period. */
  dateTo: headers.optional(),
  dateOrder: order.optional(),
  /** Order by the header of the dates, where the rows do not settle it. */
  orders: z.record(z.string(), order).optional(),
  /** Dates are told as they stand in the file. */
  rawDates: z.boolean().optional(),
  zone: z.string().optional(),
  ids: headers.optional(),
  idFromLink: headers.optional(),
  /** Ids repeat, one row a day: they are no count of posts. */
  noIdFacts: z.boolean().optional(),
  /** The first row of data that has all of these empty holds totals. */
  names: headers.optional(),
  currency: headers.optional(),
  groups: headers.optional(),
  last: z.record(z.string(), headers).optional(),
  decimal: z.literal('point').optional(),
  totals: z.literal('first').optional(),
  timeFromId: z.literal('tiktok').optional(),
  /** A kind of thing in an archive, told by the name of its table. */
  item: z.boolean().optional(),
  /** Under which name rows that are something else are counted. */
  otherRows: z.string().optional(),
  /** Facts that count the rows marked in a column. */
  counts: z.record(z.string(), z.string()).optional(),
  /** Facts that list what stands in a column: once each and in order where `distinct`, put together from JSON where `segments`. */
  lists: z.record(z.string(), z.object({ column: z.string(), distinct: z.boolean().optional(), segments: z.boolean().optional() })).optional(),
  /** Facts that count the rows with anything in a column. */
  filled: z.record(z.string(), z.string()).optional(),
  /** The column of words: rows without any are counted, and the oldest words told. */
  words: z.string().optional(),
  /** Facts that say what stands in the first row. */
  firsts: z.record(z.string(), z.string()).optional(),
  /** The same of numbers. */
  numbers: z.record(z.string(), z.string()).optional()
}

/** What a row is about, and when; used for figures. */
const rowFields = {
  /** Network that figures are kept under. */
  network: z.string(),
  /** Null where rows hold words and no figures. */
  subject: z.enum(subjectKinds).nullable(),
  span: z.enum(['lifetime', 'day', 'period']).optional(),
  /** Columns that say what a row is about, by role. */
  fields: z.record(z.string(), headers).optional(),
  idRule: z.enum(idRules).optional(),
  /** Stands before ids that may be those of other things as well. */
  keyPrefix: z.string().optional(),
  /** Counts what another file of the network counts already: kept beside the columns that are summed. */
  apart: z.boolean().optional(),
  /** Columns of shares: `5%`, or 0.05. */
  shares: headers.optional(),
  /** The period of the whole file stands above the header, or in the name of the file. */
  period: z.enum(['above', 'name']).optional(),
  /** One row a thing in a file over several days counts the whole period, whatever its date says. */
  aggregate: z.boolean().optional(),
  /** A line above the header tells this level on a day: `Total followers on 4/23/2023:`, then the figure. */
  stockAbove: z.literal('followers').optional(),
  /** What a text was written for. */
  markup: z.enum(['entities', 'html', 'quoted']).optional()
}

/**
 * An export of figures. Headers are compared by `headerKey`; `#` in one stands for a currency. Facts of the formats, their
 * sources and dates are those of the files they were seen in; a new language of a network is a further word here.
 */
const metricFormat = z.object({
  id: z.string(),
  platform: z.string(),
  kind: z.string(),
  granularity: z.string(),
  /** Each group must have one of its headers in the table. */
  signature: z.array(headers),
  /** Canonical metric, and the headers it goes by. */
  metrics: z.record(z.string(), headers),
  /** None of these may be there. */
  without: headers.optional(),
  /** Names of sheets that it is found in, where the headers alone say too little. */
  sheets: headers.optional(),
  /** Columns at most. */
  most: z.int().optional(),
  /** What lines above the header begin with. */
  above: z.string().optional(),
  ...factFields,
  ...rowFields
})
export type MetricFormat = z.infer<typeof metricFormat>

export const metricFormats: readonly MetricFormat[] = z.array(z.strictObject(metricFormat.shape)).parse([meta, ads, linkedin, x, youtube, tiktok, others].flat())
