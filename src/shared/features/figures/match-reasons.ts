import { z } from 'zod'

/** Why a post of a network is thought to be a post of the plan. `minutes` apart; `share` of the words in common, 0 to 1. */
export const matchReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('permalink') }),
  z.object({ kind: z.literal('id') }),
  z.object({ kind: z.literal('time'), minutes: z.number() }),
  z.object({ kind: z.literal('text'), share: z.number() }),
  z.object({ kind: z.literal('format') }),
  z.object({ kind: z.literal('picked') })
])
export type MatchReason = z.infer<typeof matchReason>

/** Reasons as they are kept; what this version does not know is left out. */
export function readReasons(json: string): MatchReason[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.flatMap((one) => { const read = matchReason.safeParse(one); return read.success ? [read.data] : [] }) : []
}
