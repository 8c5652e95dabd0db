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
  timeFromId: z.literal('tiktok').optional()
})
export type MetricFormat = z.infer<typeof metricFormat>

export const metricFormats: readonly MetricFormat[] = z.array(metricFormat).parse(data)
