import type { Frame } from '../channels/crop'
import type { MediaFacts } from './facts'
import type { OutputFormat } from './formats'
import type { RenderSettings } from './settings'

/** Codes of everything that can go wrong with media; sentences in `i18n/en/media-errors.ts`. */
export const MEDIA_ERROR_CODES = [
  'cancelled.media',
  'conflict.consent-missing',
  'conflict.rights-ended',
  'corrupt.image',
  'corrupt.video',
  'internal.media',
  'not-found.media-file',
  'unavailable.byte-limit',
  'unavailable.disk-full',
  'unavailable.media-process',
  'unavailable.media-timeout',
  'unavailable.media-write',
  'unavailable.video-reader',
  'unsupported.alpha-required',
  'unsupported.format-bmp',
  'unsupported.format-for-placement',
  'unsupported.format-heic',
  'unsupported.format-ico',
  'unsupported.format-jp2',
  'unsupported.format-jxl',
  'unsupported.format-pdf',
  'unsupported.format-psd',
  'unsupported.format-raw',
  'unsupported.format-svg',
  'unsupported.format-video',
  'unsupported.not-an-image',
  'unsupported.not-an-image-placement',
  'unsupported.too-large',
  'unsupported.video',
  'validation.empty-file',
  'validation.wrong-extension'
] as const
export type MediaErrorCode = (typeof MEDIA_ERROR_CODES)[number]

/** An error as it crosses the process: a code and the figures its sentence needs. */
export interface MediaFailure {
  code: MediaErrorCode
  data: Record<string, string | number>
}

/** Read a file and say what it is, or why it cannot be used. */
export interface ProbeRequest {
  path: string
  /** The name the person knows the file by; its extension must match the content. */
  fileName: string
}

/** A small copy for the screen: upright, sRGB, first frame, no metadata. */
export interface ThumbnailRequest {
  path: string
  /** Written whole and synced; an old file of this name is replaced. */
  outPath: string
  /** Longest side in pixels; a smaller picture keeps its size. */
  size: number
  format: 'webp'
}

export interface ThumbnailResult {
  width: number
  height: number
  bytes: number
}

/** One file to write. */
export interface RenderOutput {
  /** Unique in its request; names the answer. */
  key: string
  /** Exact size of the file, px. */
  width: number
  height: number
  /** From `frameFor` with the upright size of the source. */
  frame: Frame
  format: OutputFormat
  /** Tried in order when `format` is over a hard limit even at the floor quality. */
  fallbackFormats: OutputFormat[]
  maxBytes: number | null
  /** A hard limit is never exceeded; one that is assumed only warns. */
  maxBytesHard: boolean
  /** Advice of the network; only warns. */
  adviseBytes: number | null
  /** Whether the file must have an alpha channel even where nothing is transparent. */
  requireAlpha: boolean
  settings: RenderSettings
  /** Written, synced and left for the caller to rename; an old file of this name is replaced. */
  partPath: string
}

/** All files to cut from one picture; it is decoded once. */
export interface RenderRequest {
  path: string
  outputs: RenderOutput[]
}

export type RenderWarning =
  /** Frames were dropped: the format has no animation. */
  | { kind: 'animation-flattened'; frames: number }
  | { kind: 'over-assumed-limit'; bytes: number; limit: number }
  | { kind: 'over-advised-size'; bytes: number; limit: number }
  /** Quality was lowered for the byte limit. */
  | { kind: 'quality-lowered'; from: number; to: number }
  /** The format was changed for the byte limit. */
  | { kind: 'format-changed'; from: OutputFormat; to: OutputFormat }
  /** Colors of a PNG were reduced to a palette for the byte limit. */
  | { kind: 'colors-reduced'; colors: number }
  /** Transparent parts were laid on a color. */
  | { kind: 'alpha-flattened'; color: string }
  /** The placement wants transparency and the picture has none. */
  | { kind: 'no-transparency' }
  | { kind: 'upscaled'; factor: number }
  | { kind: 'padded' }

/** One file that was written. */
export interface WrittenOutput {
  key: string
  status: 'written'
  bytes: number
  width: number
  height: number
  /** May be one of the fallbacks. */
  format: OutputFormat
  frames: number
  /** Achieved quality 1..100; null where the encoding is lossless. */
  quality: number | null
  /** Encodes made to find the quality, the written one not counted. */
  probes: number
  /** Hex. */
  sha256: string
  warnings: RenderWarning[]
}

export interface FailedOutput {
  key: string
  status: 'failed'
  error: MediaFailure
}

export type OutputResult = WrittenOutput | FailedOutput

/** Core to media process. */
export type MediaRequest =
  | { id: string; kind: 'probe'; request: ProbeRequest }
  | { id: string; kind: 'thumbnail'; request: ThumbnailRequest }
  | { id: string; kind: 'render'; request: RenderRequest }
  | { kind: 'cancel'; id: string }

/** Media process to core. Each request ends with exactly one of `probed`, `thumbnail`, `done` and `failed`. */
export type MediaReply =
  | { kind: 'ready' }
  | { id: string; kind: 'probed'; facts: MediaFacts }
  | { id: string; kind: 'thumbnail'; result: ThumbnailResult }
  | { id: string; kind: 'output'; output: OutputResult }
  | { id: string; kind: 'done' }
  | { id: string; kind: 'failed'; error: MediaFailure }
