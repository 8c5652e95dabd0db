import type { OutgoingField, PackProblem } from '../../../../shared/features/hand-off/hand-off.contract'
import type { PlannedTime, PostFormat } from '../../../../shared/features/posts/posts.schema'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import type { VideoFormat } from '../../../../shared/media/video'
import type { ExportedFile, ExportInput, ExportItem } from '../renditions'

/** One variant of a pack as it was when the pack was asked for. */
export interface PackEntry {
  variantId: string
  postId: string
  /** Relative to the pack's folder. */
  folder: string
  network: NetworkId
  channelName: string
  handle: string
  format: PostFormat
  title: string
  planned: PlannedTime | null
  fields: OutgoingField[]
  /** The network's page for a new post. */
  composeUrl: string | null
  problems: PackProblem[]
  /** Lines that name who made what goes out. */
  credits: string[]
}

/** The input of a pack job as stored. What an export stores is in it, since pictures are made by the export's own steps. */
export interface PackInput extends ExportInput {
  /** Title of the whole: days or the post. */
  name: string
  zip: boolean
  entries: PackEntry[]
}

/** A text file of a pack; `path` relative to its folder. */
export interface TextItem {
  kind: 'text'
  variantId: string
  path: string
  text: string
}
/** A picture of a pack. The export's steps read the rest of it. */
export type PictureItem = ExportItem & { kind: 'picture'; variantId: string; altText: string }
/** A video that goes out as it is; `path` relative to the pack's folder. */
export interface VideoItem {
  kind: 'video'
  variantId: string
  path: string
  assetId: string
  sha256: string
  format: VideoFormat
  altText: string
}
export type PackItem = TextItem | PictureItem | VideoItem

/** What a text file became. */
export interface WrittenText {
  path: string
  name: string
  bytes: number
  sha256: string
}
export interface WrittenVideo extends WrittenText {
  /** What the camera wrote into it was taken out. */
  cleaned: boolean
}
export type PackResult = WrittenText | WrittenVideo | ExportedFile

/** How a pack ends; paths are absolute. */
export interface PackEnd {
  folder: string
  sheet: string
  zip: string | null
}

// Stored as JSON by this feature alone, so the shapes hold.
export const asPackInput = (input: Record<string, unknown>): PackInput => input as unknown as PackInput
export const asPackItem = (payload: Record<string, unknown>): PackItem => payload as unknown as PackItem
export const asPackResult = (result: Record<string, unknown>): PackResult => result as unknown as PackResult
export const asPackEnd = (result: Record<string, unknown>): PackEnd => result as unknown as PackEnd
export const packJson = (value: PackInput | PackItem | PackResult | PackEnd): Record<string, unknown> => ({ ...value })
