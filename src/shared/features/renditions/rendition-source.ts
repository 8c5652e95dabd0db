import type { FractionRect, Point } from '../../channels/crop'
import type { InputFormat } from '../../media/formats'
import type { VideoFormat } from '../../media/video'
import type { AssetRights } from '../assets/rights'

/** What planning needs to know of an asset. */
export interface RenditionSource {
  id: string
  sha256: string
  fileName: string
  title: string
  altText: string
  /** A video is refused: it goes out as it is. */
  format: InputFormat | VideoFormat
  width: number
  height: number
  bytes: number
  frames: number
  hasAlpha: boolean
  /** Where the crop centers: set by hand, or found at intake. */
  focal: Point
  /** Null while nothing is noted of them. */
  rights: AssetRights | null
}

/** Crops set by hand, by placement. */
export type HandCrops = ReadonlyMap<string, FractionRect>

/** Whether the picture moves. The pages of a TIFF are frames too, and no animation. */
export const isAnimated = ({ frames, format }: Pick<RenditionSource, 'frames' | 'format'>): boolean =>
  frames > 1 && (format === 'gif' || format === 'webp')
