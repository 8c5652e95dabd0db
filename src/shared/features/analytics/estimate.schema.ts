import { z } from 'zod'
import type { Estimate } from './statistics'

/** A figure of several posts. `low` and `high` are the ends of its 95% interval; null where there were too few to say. */
export const estimate = z.object({ value: z.number(), n: z.int(), low: z.number().nullable(), high: z.number().nullable() })
export type PlainEstimate = z.infer<typeof estimate>

export const toPlain = (found: Estimate | undefined): PlainEstimate | null =>
  found ? { value: found.value, n: found.n, low: found.interval?.low ?? null, high: found.interval?.high ?? null } : null
