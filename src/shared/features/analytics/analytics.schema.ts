import { z } from 'zod'
import { day } from './analytics-scope'
import type { Change, KnownSum } from './known'

/** A sum and how much of it is known. Null: nothing is known, which is not zero. */
export const plainSum = z.object({ value: z.number().nullable(), known: z.int(), expected: z.int() })
export type PlainSum = z.infer<typeof plainSum>

export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), share: z.number(), difference: z.number(), perKnown: z.boolean() }),
  z.object({ kind: z.literal('from-zero'), difference: z.number() }),
  z.object({ kind: z.literal('break'), on: day, network: z.string() }),
  z.object({ kind: z.literal('unknown') })
]) satisfies z.ZodType<Change>

/** A figure over a period, what it was before, and how it moved. `known` and `expected` count days, posts or channels: see where it stands. */
export const figureTotal = z.object({ name: z.string(), now: plainSum, before: plainSum.nullable(), change })
export type FigureTotal = z.infer<typeof figureTotal>

/** A channel; `channelId` is empty for figures that nobody has said the channel of. */
export const source = z.object({ channelId: z.string(), network: z.string() })
export type Source = z.infer<typeof source>
export const sourceKey = ({ channelId, network }: Source): string => channelId || `network ${network}`

/** A day, week or month by its first day. Of weeks and months the value is the mean of their known days, so that days without figures do not look like a fall. */
export const bucketPoint = z.object({ bucket: day, value: z.number().nullable(), known: z.int() })
export type BucketPoint = z.infer<typeof bucketPoint>
export const bucketSeries = source.extend({ name: z.string(), points: z.array(bucketPoint) })
export type BucketSeries = z.infer<typeof bucketSeries>

/** Days of the period without figures. `after`: the newest days, so that an export may be due. */
export const gap = source.extend({ from: day, to: day, kind: z.enum(['before', 'within', 'after']) })
export type Gap = z.infer<typeof gap>

/** From this day on the network counts the figure anew or under another name. */
export const figureBreak = source.extend({ name: z.string(), on: day, from: z.string(), to: z.string() })
export type FigureBreak = z.infer<typeof figureBreak>

export const periodSchema = z.object({ from: day, to: day })
export const grain = z.enum(['day', 'week', 'month'])
/** What every answer of a period says of it. */
export const periodFrame = { period: periodSchema, compared: periodSchema.nullable(), grain, buckets: z.array(day) }

export const toPlainSum = ({ value, known, expected }: KnownSum): PlainSum => ({ value: value ?? null, known, expected })
