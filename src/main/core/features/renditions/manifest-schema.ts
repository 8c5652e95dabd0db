import { z } from 'zod'
import { exportSettings } from '../../../../shared/features/renditions/renditions.contract'

const box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
const assetEntry = z.object({ id: z.string(), fileName: z.string(), sha256: z.string(), title: z.string(), altText: z.string() })

const fileEntry = z.object({
  /** Relative to the manifest, parted by `/`. */
  path: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  format: z.string(),
  frames: z.int(),
  /** 1 to 100 as achieved; null where the encoding is lossless. */
  quality: z.int().nullable(),
  /** Limit of the network in bytes; `assumed` where the network publishes none. */
  limit: z.object({ bytes: z.number(), assumed: z.boolean() }).nullable(),
  network: z.string(),
  placement: z.object({ id: z.string(), name: z.string() }),
  asset: assetEntry,
  /** What was cut out of the upright original: in its pixels, and in fractions of it. */
  crop: z.object({ by: z.enum(['hand', 'focal-point', 'whole']), px: box, fraction: box }),
  /** Where that lies in the file, in its pixels; the rest is padding. */
  drawn: box,
  warnings: z.array(z.looseObject({ kind: z.string() })),
  madeAt: z.string(),
  jobId: z.string()
})
export type ManifestFile = z.infer<typeof fileEntry>

const failureEntry = z.object({
  asset: assetEntry.pick({ id: true, fileName: true, sha256: true }).nullable(),
  placement: z.object({ id: z.string(), name: z.string() }),
  code: z.string(),
  /** The same in words. */
  reason: z.string(),
  jobId: z.string()
})
export type ManifestFailure = z.infer<typeof failureEntry>

/** What lies beside exported files. Readers may count on `schema`; fields are only ever added. */
export const manifestSchema = z.object({
  schema: z.literal('greenroom-manifest/1'),
  client: z.object({ id: z.string(), name: z.string() }),
  /** When the newest export ended, and with what it was made. */
  madeAt: z.string(),
  app: z.object({ name: z.literal('Greenroom'), version: z.string() }),
  settings: exportSettings,
  rulePack: z.object({ date: z.string() }),
  contactSheet: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  files: z.array(fileEntry),
  failures: z.array(failureEntry)
})
export type Manifest = z.infer<typeof manifestSchema>
