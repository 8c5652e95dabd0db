import { z } from 'zod'

/** Shapes of the channel catalog. The facts, their sources and dates are in `catalog.json`. */

export const networkIds = [
  'facebook', 'instagram', 'x', 'linkedin', 'tiktok', 'youtube', 'snapchat', 'pinterest', 'threads', 'bluesky',
  'mastodon', 'google-business', 'whatsapp'
] as const
export const networkIdSchema = z.enum(networkIds)
export type NetworkId = z.infer<typeof networkIdSchema>

export const placementKinds = ['image', 'carousel', 'story', 'video', 'thumbnail', 'profile', 'cover', 'ad'] as const
export const placementKindSchema = z.enum(placementKinds)
export type PlacementKind = z.infer<typeof placementKindSchema>

export const placementScopeSchema = z.enum(['organic', 'ad'])
export const confidenceSchema = z.enum(['high', 'medium', 'low'])

/** Pixels to keep free at each edge, at the width and height of the same placement. */
export const safeZoneSchema = z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() })
export type SafeZone = z.infer<typeof safeZoneSchema>
/** `[x0, y0, x1, y1]` in pixels of the placement. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const figure = z.number().nullable()

export const placementSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: placementKindSchema,
  scope: placementScopeSchema,
  width: z.int(),
  height: z.int(),
  aspect: z.string(),
  minWidth: figure,
  maxWidth: figure,
  minHeight: figure,
  maxHeight: figure,
  aspectMin: figure,
  aspectMax: figure,
  formats: z.array(z.string()),
  maxBytes: figure,
  maxBytesStatus: z.literal('assumed').optional(),
  adviseBytes: z.number().optional(),
  minItems: figure,
  maxItems: figure,
  minSeconds: figure,
  maxSeconds: figure,
  safeZone: safeZoneSchema.nullable(),
  safeZoneStrict: safeZoneSchema.optional(),
  safeZoneBasis: z.string().optional(),
  keepOut: box.optional(),
  visibleCrop: box.optional(),
  shape: z.string().optional(),
  tolerancePct: z.number().optional(),
  apiPublishable: z.boolean().optional(),
  colorSpace: z.string().optional(),
  requireAlpha: z.boolean().optional(),
  notes: z.string(),
  source: z.string(),
  sourceDate: z.string(),
  sourceKind: z.string(),
  confidence: confidenceSchema
})
export type Placement = z.infer<typeof placementSchema>

export const textFieldSchema = z.looseObject({
  field: z.string(),
  max: figure,
  countingRule: z.string(),
  status: z.string().optional(),
  notes: z.string().optional(),
  source: z.string(),
  sourceDate: z.string(),
  confidence: confidenceSchema
})

export const textRulesSchema = z.looseObject({
  maxChars: figure,
  countingRule: z.string(),
  maxHashtags: figure,
  notes: z.string().optional(),
  source: z.string(),
  sourceDate: z.string(),
  confidence: confidenceSchema
})

export const networkSchema = z.object({
  id: networkIdSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  text: textRulesSchema,
  altTextMax: figure,
  altTextNotes: z.string().optional(),
  textFields: z.array(textFieldSchema),
  placements: z.array(placementSchema),
  video: z.unknown()
})
export type Network = z.infer<typeof networkSchema>

export const channelCatalogSchema = z.object({
  schema: z.literal('channel-facts/1'),
  /** Date of the rule pack, which serves as its version. */
  generatedOn: z.string(),
  about: z.record(z.string(), z.unknown()),
  countingRules: z.record(z.string(), z.string()),
  channels: z.array(networkSchema),
  retired: z.array(z.unknown())
})
export type ChannelCatalog = z.infer<typeof channelCatalogSchema>
