import { z } from 'zod'
import { clientScope, id } from '../../contract/base'

/** `YYYY-MM-DD` in the zone of the client. */
export const day = z.iso.date()

/** What a period is held against: the one of equal length (or as many whole months) before it, the same days a year earlier, or one of one's own. */
export const compareTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('last-year') }),
  z.object({ kind: z.literal('own'), from: day, to: day })
])
export type CompareTo = z.infer<typeof compareTo>

/** The chips of every screen of figures. Empty lists leave nothing out. */
export const analyticsFilters = z.object({
  channelIds: z.array(id).max(100).default([]),
  pillarIds: z.array(id).max(100).default([]),
  campaignIds: z.array(id).max(100).default([]),
  /** `reel`, `story`, `carousel` and so on. */
  formats: z.array(z.string().max(40)).max(50).default([]),
  hashtags: z.array(z.string().max(140)).max(50).default([])
})
export type AnalyticsFilters = z.infer<typeof analyticsFilters>

/** A period of one client, both days inclusive, what it is compared with, and the chips. */
export const analyticsScope = clientScope.extend({
  from: day,
  to: day,
  compare: compareTo.default({ kind: 'previous' }),
  filters: analyticsFilters.prefault({})
})
export type AnalyticsScope = z.infer<typeof analyticsScope>
