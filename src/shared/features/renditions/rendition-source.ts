import type { FractionRect, Point } from '../../channels/crop'
import type { InputFormat } from '../../media/formats'

/** What planning needs to know of an asset. */
export interface RenditionSource {
  id: string
  sha256: string
  fileName: string
  title: string
  altText: string
  format: InputFormat
  width: number
  height: number
  bytes: number
  frames: number
  hasAlpha: boolean
  /** Where the crop centers: set by hand, or found at intake. */
  focal: Point
}

/** Crops set by hand, by placement. */
export type HandCrops = ReadonlyMap<string, FractionRect>

/** Whether the picture moves. The pages of a TIFF are frames too, and no animation. */
export const isAnimated = ({ frames, format }: Pick<RenditionSource, 'frames' | 'format'>): boolean =>
  frames > 1 && (format === 'gif' || format === 'webp')
