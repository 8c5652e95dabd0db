import type { Size } from '@shared/channels/crop'

const GAP = 12
const WIDEST = 0.5

/**
 * Size on screen at which shapes of every kind look equally large beside each other: the same area, a story as much as a banner.
 *
 * @param width of the panel, px; two square shapes fit beside each other
 */
export function evenSize(shape: Size, width: number): Size {
  const side = (width - GAP) * WIDEST * 0.86
  const aspect = shape.width / shape.height
  const wide = Math.min(width, Math.max(96, Math.round(side * Math.sqrt(aspect))))
  return { width: wide, height: Math.round(wide / aspect) }
}
