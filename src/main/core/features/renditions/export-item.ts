import type { Frame } from '../../../../shared/channels/crop'
import type { InputFormat, OutputFormat } from '../../../../shared/media/formats'
import type { RenderWarning } from '../../../../shared/media/protocol'
import type { ExportSettings } from '../../../../shared/features/renditions/renditions.contract'

/** One file to make, with everything that decides it: what the person changes after the start changes nothing here. */
export interface ExportItem {
  assetId: string
  placementId: string
  network: string
  source: { sha256: string; format: InputFormat; fileName: string; title: string; altText: string }
  /** Relative to the destination, parted by `/`. */
  path: string
  frame: Frame
  byHand: boolean
  format: OutputFormat
  fallbackFormats: OutputFormat[]
  maxBytes: number | null
  maxBytesHard: boolean
  adviseBytes: number | null
  requireAlpha: boolean
  /** Estimated by the model alone, to learn from what it becomes. */
  modelBytes: number
}

/** What cannot be made at all, known before the start. */
export interface RefusedRendition {
  assetId: string
  placementId: string
  code: string
  data: Record<string, unknown>
}

/** The input of an export job as stored. */
export interface ExportInput {
  folder: string
  settings: ExportSettings
  rulePackDate: string
  client: { id: string; name: string; zone: string }
  /** Estimated by the model alone, to learn from how long it takes. */
  modelSeconds: number
  refused: RefusedRendition[]
}

/** What an item of an export job results in. */
export interface ExportedFile {
  /** Absolute. */
  path: string
  /** Relative to the destination, parted by `/`. */
  name: string
  width: number
  height: number
  bytes: number
  format: OutputFormat
  frames: number
  quality: number | null
  probes: number
  sha256: string
  warnings: RenderWarning[]
  writtenAt: string
}

/** How an export job ends. */
export interface ExportEnd {
  folder: string
  manifest: string | null
  contactSheet: string | null
  /** Why there is no contact sheet. */
  contactSheetError: string | null
}

// Payloads and results are stored as JSON by this feature alone, so the shapes hold.
export const asItem = (payload: Record<string, unknown>): ExportItem => payload as unknown as ExportItem
export const asInput = (input: Record<string, unknown>): ExportInput => input as unknown as ExportInput
export const asExported = (result: Record<string, unknown>): ExportedFile => result as unknown as ExportedFile
export const asEnd = (result: Record<string, unknown>): ExportEnd => result as unknown as ExportEnd
export const asJson = (value: ExportItem | ExportInput | ExportedFile | ExportEnd): Record<string, unknown> => ({ ...value })
