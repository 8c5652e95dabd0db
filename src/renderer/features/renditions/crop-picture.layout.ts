import type { Frame, FractionRect, Size } from '@shared/channels/crop'
import type { Insets } from '@shared/channels/crop-risks'

/** Position of a box as CSS lengths in percent of what it lies in. */
export type CssBox = Record<'left' | 'top' | 'width' | 'height', string>

const percent = (fraction: number): string => `${Math.round(fraction * 1e6) / 1e4}%`

export const cssBox = (rect: FractionRect): CssBox => ({
  left: percent(rect.left),
  top: percent(rect.top),
  width: percent(rect.width),
  height: percent(rect.height)
})

/** Where the whole picture must lie so that only `crop` of it shows through a window. */
export function pictureBehindWindow(crop: FractionRect): CssBox {
  return cssBox({
    left: -crop.left / crop.width,
    top: -crop.top / crop.height,
    width: 1 / crop.width,
    height: 1 / crop.height
  })
}

/** Where a frame is drawn, in fractions of the target. */
export const drawnFraction = (frame: Frame): FractionRect => ({
  left: frame.drawn.left / frame.target.width,
  top: frame.drawn.top / frame.target.height,
  width: frame.drawn.width / frame.target.width,
  height: frame.drawn.height / frame.target.height
})

export interface ZonedPlacement extends Size {
  safeZone?: Insets | null | undefined
  safeZoneStrict?: Insets | null | undefined
  keepOut?: readonly number[] | null | undefined
  visibleCrop?: readonly number[] | null | undefined
}

const fromCorners = (corners: readonly number[], size: Size): FractionRect | null => {
  const [x0, y0, x1, y1] = corners
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null
  return { left: x0 / size.width, top: y0 / size.height, width: (x1 - x0) / size.width, height: (y1 - y0) / size.height }
}

/** The four bands that insets leave, without overlap. */
export function bandsOf(insets: Insets, size: Size): FractionRect[] {
  const [left, right] = [insets.left / size.width, insets.right / size.width]
  const [top, bottom] = [insets.top / size.height, insets.bottom / size.height]
  const bands = [
    { left: 0, top: 0, width: 1, height: top },
    { left: 0, top: 1 - bottom, width: 1, height: bottom },
    { left: 0, top, width: left, height: 1 - top - bottom },
    { left: 1 - right, top, width: right, height: 1 - top - bottom }
  ]
  return bands.filter((band) => band.width > 0 && band.height > 0)
}

/** What the network covers with its own buttons and text: shown as hatching. */
export function coveredAreas(placement: ZonedPlacement): FractionRect[] {
  const bands = placement.safeZone ? bandsOf(placement.safeZone, placement) : []
  const box = placement.keepOut ? fromCorners(placement.keepOut, placement) : null
  return box ? [...bands, box] : bands
}

/** What is left in the network's own grid or list, where it differs from the whole. */
export const visibleArea = (placement: ZonedPlacement): FractionRect | null =>
  placement.visibleCrop ? fromCorners(placement.visibleCrop, placement) : null

/** The largest size of this shape that fits a box, in whole pixels. */
export function fitInto(shape: Size, box: Size): Size {
  const scale = Math.min(box.width / shape.width, box.height / shape.height)
  return { width: Math.max(1, Math.round(shape.width * scale)), height: Math.max(1, Math.round(shape.height * scale)) }
}
