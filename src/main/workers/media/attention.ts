import type { Point } from '../../../shared/channels/crop'
import { openPixels, toPixels, type Pixels } from './decoder'

/** The window that attention is looked for with, as a share of the picture. */
const WINDOW = 0.6
/** Nothing is looked for this near to an edge, as a share of the side: what draws the eye is seldom half cut off. */
const MARGIN = 0.12
/** Below this spread of its channels a picture is even, and no point draws the eye. */
const EVEN_SPREAD = 2
/** Smaller pictures have nothing to look for. */
const SMALLEST_SIDE = 16
/** Side of the grid that detail is weighed on. */
const GRID = 48
/** How far from the center detail still counts, as a share of the side. */
const REACH = 0.28
/** Attention finds one spot, which may be the tip of a wing; the weight of all detail finds the plane. */
const SPOT_SHARE = 0.35

const CENTER: Point = { x: 0.5, y: 0.5 }

/** The one spot that draws the eye most: libvips' attention, by edges, color and skin. */
const spot = async (small: Pixels): Promise<Point> => {
  const margin = { x: Math.round(small.width * MARGIN), y: Math.round(small.height * MARGIN) }
  const width = small.width - 2 * margin.x
  const height = small.height - 2 * margin.y
  const inner = await toPixels(openPixels(small).extract({ left: margin.x, top: margin.y, width, height }))
  // One side stays whole, so that nothing is resized and the answer is in pixels of the small copy.
  const window = width >= height
    ? { width: Math.round(width * WINDOW), height }
    : { width, height: Math.round(height * WINDOW) }
  const image = openPixels(inner).resize({ ...window, fit: 'cover', position: 'attention' })
  const { info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (info.attentionX === undefined || info.attentionY === undefined) return CENTER
  return { x: (margin.x + info.attentionX + 0.5) / small.width, y: (margin.y + info.attentionY + 0.5) / small.height }
}

const channelMeans = ({ data, channels }: Pixels): number[] => {
  const sums = [0, 0, 0]
  for (let at = 0; at < data.length; at += channels) sums.forEach((sum, c) => { sums[c] = sum + (data[at + c] ?? 0) })
  return sums.map((sum) => (sum * channels) / data.length)
}

/** How much a cell differs from its neighbors and from the picture as a whole. */
const detailAt = (grid: Pixels, means: number[], x: number, y: number): number => {
  const { data, width, channels } = grid
  const at = (y * width + x) * channels
  const row = width * channels
  return means.reduce((sum, mean, c) => {
    const value = (offset: number): number => data[at + c + offset] ?? 0
    const edge = 4 * value(0) - value(-channels) - value(channels) - value(-row) - value(row)
    return sum + Math.abs(edge) + Math.abs(value(0) - mean) / 2
  }, 0)
}

/** The middle of all detail, what lies in the middle of the picture counting more. */
const middleOfDetail = async (small: Pixels): Promise<Point> => {
  const grid = await toPixels(openPixels(small).resize(GRID, GRID, { fit: 'inside' }))
  const means = channelMeans(grid)
  const sum = { x: 0, y: 0, weight: 0 }
  for (let y = 1; y < grid.height - 1; y += 1) {
    for (let x = 1; x < grid.width - 1; x += 1) {
      const at = { x: (x + 0.5) / grid.width, y: (y + 0.5) / grid.height }
      const nearness = Math.exp(-((at.x - 0.5) ** 2 + (at.y - 0.5) ** 2) / (2 * REACH ** 2))
      const weight = (detailAt(grid, means, x, y) * nearness) ** 2
      sum.x += at.x * weight
      sum.y += at.y * weight
      sum.weight += weight
    }
  }
  return sum.weight > 0 ? { x: sum.x / sum.weight, y: sum.y / sum.weight } : CENTER
}

/**
 * Where the eye looks, 0..1, worked out on a small opaque copy. The center for pictures that are even, or tiny.
 */
export const findAttention = async (small: Pixels, spreads: number[]): Promise<Point> => {
  const even = spreads.every((spread) => spread < EVEN_SPREAD)
  if (even || Math.min(small.width, small.height) < SMALLEST_SIDE) return CENTER
  const [one, all] = await Promise.all([spot(small), middleOfDetail(small)])
  const between = (a: number, b: number): number => SPOT_SHARE * a + (1 - SPOT_SHARE) * b
  return { x: between(one.x, all.x), y: between(one.y, all.y) }
}
