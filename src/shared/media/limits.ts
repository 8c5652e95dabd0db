/** What a picture may be at most. Written down once; tests read them from here. */
export const IMAGE_LIMITS = {
  /** Bytes of the file. */
  fileBytes: 200_000_000,
  /** Pixels of one frame; cameras sold as 100 megapixels make pictures of up to 101.9. */
  pixels: 102_000_000,
  /** Longest side, px. */
  side: 65_500,
  channels: 5,
  frames: 1_000,
  /** Pixels of all frames together. */
  summedPixels: 200_000_000,
  /** A progressive JPEG above this many pixels is decoded with nothing beside it. */
  progressiveAlonePixels: 50_000_000
} as const

/** Side of the square that the focal point and the placeholder color are computed in, px. */
export const ATTENTION_SIDE = 320

/** As the sentence of `unsupported.too-large` names them. */
export type ImageLimit = 'bytes' | 'pixels' | 'pixels a side' | 'channels' | 'frames' | 'pixels in all frames'
