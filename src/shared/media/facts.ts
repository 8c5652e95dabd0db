import type { Point } from '../channels/crop'
import type { InputFormat } from './formats'

/** What is known of a picture once it was read. */
export interface MediaFacts {
  /** What the content is, whatever the name says. */
  format: InputFormat
  /** Pixels, upright: the orientation is already applied. */
  width: number
  height: number
  /** EXIF orientation 1..8 as stored in the file. */
  orientation: number
  bytes: number
  frames: number
  animated: boolean
  /** How long an animation runs once, ms. */
  durationMs: number | null
  /** Whether any part is transparent; an alpha channel that is opaque everywhere does not count. */
  hasAlpha: boolean
  /** `srgb`, `cmyk`, `b-w`, `rgb16`… */
  colorSpace: string
  /** Description of the embedded color profile. */
  iccName: string | null
  /** Bits a channel: 1, 2, 4, 8, 16 or 32. */
  bitDepth: number
  progressive: boolean
  /** `#rrggbb`, to show while the thumbnail loads. */
  placeholder: string
  /** Where the eye looks, 0..1, worked out once on a small copy. */
  focal: Point
}
