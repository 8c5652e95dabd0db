import type { FractionRect, Point, Size } from '@shared/channels/crop'

/** A crop is never smaller than this share of the picture's side. */
const SMALLEST = 0.04

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
const tidy = (value: number): number => Math.round(value * 1e5) / 1e5

/** Height of a crop for its width, both as fractions of the source, so that it has the shape of the target. */
const heightFor = (width: number, source: Size, target: Size): number =>
  (width * source.width * target.height) / (target.width * source.height)

const widestOf = (source: Size, target: Size): number => Math.min(1, 1 / heightFor(1, source, target))

const settled = (rect: FractionRect): FractionRect => ({
  left: tidy(clamp(rect.left, 0, 1 - rect.width)),
  top: tidy(clamp(rect.top, 0, 1 - rect.height)),
  width: tidy(rect.width),
  height: tidy(rect.height)
})

/** Moves a crop by fractions of the picture; it stops at the edges. */
export const moveCrop = (rect: FractionRect, by: Point): FractionRect =>
  settled({ ...rect, left: rect.left + by.x, top: rect.top + by.y })

/** Makes a crop smaller (`factor` below 1) or larger about its middle, in the target's shape. */
export function scaleCrop(rect: FractionRect, factor: number, source: Size, target: Size): FractionRect {
  const width = clamp(rect.width * factor, SMALLEST, widestOf(source, target))
  const height = heightFor(width, source, target)
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
  return settled({ left: middle.x - width / 2, top: middle.y - height / 2, width, height })
}

/** The crop in the target's shape, wherever it came from: a padded frame may show less than the shape. */
export const shapedCrop = (rect: FractionRect, source: Size, target: Size): FractionRect => scaleCrop(rect, 1, source, target)

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'
export const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right']

/** Drags one corner to a point of the picture; the opposite corner stays. */
export function dragCorner(rect: FractionRect, corner: Corner, to: Point, source: Size, target: Size): FractionRect {
  const right = rect.left + rect.width
  const bottom = rect.top + rect.height
  const fromLeft = corner.endsWith('left')
  const fromTop = corner.startsWith('top')
  const room = { x: fromLeft ? right : 1 - rect.left, y: fromTop ? bottom : 1 - rect.top }
  const ratio = heightFor(1, source, target)
  const asked = Math.max(fromLeft ? right - to.x : to.x - rect.left, (fromTop ? bottom - to.y : to.y - rect.top) / ratio)
  const width = clamp(asked, SMALLEST, Math.min(room.x, room.y / ratio))
  const height = width * ratio
  return settled({ left: fromLeft ? right - width : rect.left, top: fromTop ? bottom - height : rect.top, width, height })
}

/** How far an arrow key goes, as a fraction: 1 %, with Shift 10 %. Undefined for other keys. */
export function arrowStep(key: string, shift: boolean): Point | undefined {
  const step = shift ? 0.1 : 0.01
  switch (key) {
    case 'ArrowLeft':
      return { x: -step, y: 0 }
    case 'ArrowRight':
      return { x: step, y: 0 }
    case 'ArrowUp':
      return { x: 0, y: -step }
    case 'ArrowDown':
      return { x: 0, y: step }
    default:
      return undefined
  }
}

/** A focal point moved by a step; it stays in the picture. */
export const movePoint = (point: Point, by: Point): Point => ({
  x: tidy(clamp(point.x + by.x, 0, 1)),
  y: tidy(clamp(point.y + by.y, 0, 1))
})
