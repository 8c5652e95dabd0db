import type { CheckedMedia } from './checks.types'

export type MediaKind = 'picture' | 'video' | 'document'

const VIDEOS: ReadonlySet<string> = new Set(['mp4', 'mov', 'm4v', 'webm', 'avi', 'mkv', 'mpeg', 'mpg', 'wmv', 'flv', '3gp', 'asf'])
const DOCUMENTS: ReadonlySet<string> = new Set(['pdf', 'ppt', 'pptx', 'doc', 'docx'])

export function mediaKind({ format }: Pick<CheckedMedia, 'format'>): MediaKind {
  const name = format.toLowerCase()
  return VIDEOS.has(name) ? 'video' : DOCUMENTS.has(name) ? 'document' : 'picture'
}

/** Pixels of what is shown: inside the crop, where there is one. */
export function shownSize({ width, height, crop }: CheckedMedia): { width: number; height: number } {
  if (!crop) return { width, height }
  return { width: Math.max(1, Math.round(width * crop.width)), height: Math.max(1, Math.round(height * crop.height)) }
}

const KNOWN: readonly (readonly [label: string, ratio: number])[] = [
  ['9:16', 9 / 16], ['2:3', 2 / 3], ['3:4', 3 / 4], ['4:5', 4 / 5], ['1:1', 1], ['5:4', 5 / 4], ['4:3', 4 / 3], ['3:2', 3 / 2],
  ['16:9', 16 / 9], ['1.91:1', 1.91], ['2:1', 2], ['21:9', 21 / 9], ['3:1', 3], ['1:2', 1 / 2], ['1:3', 1 / 3], ['1:10', 0.1], ['10:1', 10]
]
const NEAR = 0.008

/** A ratio as people name it: `16:9`, `1.91:1`; of others, to two decimals. */
export function ratioLabel(ratio: number): string {
  const known = KNOWN.find(([, one]) => Math.abs(ratio - one) / one < NEAR)
  if (known) return known[0]
  return ratio >= 1 ? `${Number(ratio.toFixed(2))}:1` : `1:${Number((1 / ratio).toFixed(2))}`
}

/** Where a network gives no other, a ratio may be off by this share: one pixel of rounding is no fault. */
export const RATIO_TOLERANCE = 0.01
