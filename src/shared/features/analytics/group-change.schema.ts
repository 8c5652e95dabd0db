import { z } from 'zod'
import { day } from './analytics-scope'

/** Counted anew in between: a difference would be an artifact. */
const broken = z.object({ kind: z.literal('break'), on: day, network: z.string() })
export type GroupBreak = z.infer<typeof broken>

/** How a figure of a group differs from that of other days. */
export const groupChange = z.discriminatedUnion('kind', [
  /** In the unit of the figure, with the ends of its 95% interval. */
  z.object({ kind: z.literal('difference'), value: z.number(), low: z.number(), high: z.number() }),
  broken,
  /** A side has no figure, or too few posts for an interval. */
  z.object({ kind: z.literal('unknown') })
])
export type GroupChange = z.infer<typeof groupChange>
