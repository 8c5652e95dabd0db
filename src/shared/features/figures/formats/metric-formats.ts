import { z } from 'zod'
import data from './metric-formats.json'

const headers = z.array(z.string())

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
  date: headers.optional(),
  /** The last day of a row's period. */
  dateTo: headers.optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** Dates are told as they stand in the file. */
  rawDates: z.boolean().optional(),
  /** The period of the whole file stands above the header. */
  period: z.literal('above').optional(),
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
  firsts: z.record(z.string(), z.string()).optional()
})
export type MetricFormat = z.infer<typeof metricFormat>

export const metricFormats: readonly MetricFormat[] = z.array(metricFormat).parse(data)
