import { z } from 'zod'

const day = z.iso.date()

export const assetVideo = z.object({
  /** Whether a program could read it; what follows is null where none did. */
  read: z.boolean(),
  seconds: z.number().nullable(),
  framesPerSecond: z.number().nullable(),
  /** As ffprobe names them: `h264`, `hevc`, `vp9`. */
  codec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  hasAudio: z.boolean().nullable(),
  bitsPerSecond: z.number().nullable(),
  /** Where the cover is taken from as a person chose it; null: near the beginning. */
  coverSeconds: z.number().nullable()
})
export type AssetVideo = z.infer<typeof assetVideo>

const words = z.string().trim().max(500)

/** As `AssetRights` in `rights.ts` has it. */
export const assetRights = z.object({
  license: words,
  credit: words,
  creditRequired: z.boolean(),
  source: z.string().trim().max(2000),
  endsOn: day.nullable(),
  people: words,
  consentOn: day.nullable(),
  usedAnyway: words
})

export const rightsChange = assetRights.partial()
export type RightsChange = z.infer<typeof rightsChange>
