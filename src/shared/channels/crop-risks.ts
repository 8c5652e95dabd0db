import { pointInTarget, type Frame, type Point } from './crop'

/** Pixels to keep free at each side of a placement. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** What the risks need to know of a placement. */
export interface RiskPlacement {
  safeZone?: Insets | null | undefined
  safeZoneStrict?: Insets | null | undefined
  /** `[x0, y0, x1, y1]` in target pixels. */
  keepOut?: readonly number[] | null | undefined
}

export type SafeZoneSide = 'top' | 'right' | 'bottom' | 'left'

/** Something a person should look at before exporting. */
export type CropRisk =
  /** `factor`: how much the picture must grow; `allowed`: whether it does, rather than being padded. */
  | { kind: 'upscale'; factor: number; allowed: boolean }
  /** `share`: part of the target that is padding, 0..1. */
  | { kind: 'padded'; share: number }
  /** The focal point is outside of what is shown, by `distance` of the source's larger side, 0..1. */
  | { kind: 'focal-cut'; distance: number }
  /** The focal point lies under the network's own buttons and text, `depth` target pixels deep. */
  | { kind: 'safe-zone'; side: SafeZoneSide; depth: number; strict: boolean }
  | { kind: 'keep-out'; rect: [number, number, number, number] }
  /** `kept`: part of the source that is shown, 0..1. */
  | { kind: 'heavy-crop'; kept: number }

export type CropRiskKind = CropRisk['kind']

/** Less of the picture than this shown is worth a look. */
export const HEAVY_CROP_KEPT = 0.45

/** Growth below this is not seen. */
export const UPSCALE_NOTICED = 1.005

const focalCut = (frame: Frame, focal: Point): CropRisk | null => {
  const { crop, source } = frame
  const beyond = (value: number, low: number, size: number): number => Math.max(low - value, value - (low + size), 0)
  const x = beyond(focal.x, crop.left, crop.width) * source.width
  const y = beyond(focal.y, crop.top, crop.height) * source.height
  const distance = Math.hypot(x, y) / Math.max(source.width, source.height)
  return distance > 1e-6 ? { kind: 'focal-cut', distance } : null
}

const depthsIn = (frame: Frame, at: Point, zone: Insets): [SafeZoneSide, number][] => [
  ['top', zone.top - at.y],
  ['right', at.x - (frame.target.width - zone.right)],
  ['bottom', at.y - (frame.target.height - zone.bottom)],
  ['left', zone.left - at.x]
]

const deepest = (frame: Frame, at: Point, zone: Insets | null | undefined, strict: boolean): CropRisk | null => {
  if (!zone) return null
  const [side, depth] = depthsIn(frame, at, zone).reduce((most, next) => (next[1] > most[1] ? next : most))
  return depth > 0 ? { kind: 'safe-zone', side, depth: Math.round(depth), strict } : null
}

const safeZone = (frame: Frame, at: Point, placement: RiskPlacement): CropRisk | null =>
  deepest(frame, at, placement.safeZone, false) ?? deepest(frame, at, placement.safeZoneStrict, true)

const keepOut = (at: Point, placement: RiskPlacement): CropRisk | null => {
  const [x0, y0, x1, y1] = placement.keepOut ?? []
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null
  const inside = at.x >= x0 && at.x <= x1 && at.y >= y0 && at.y <= y1
  return inside ? { kind: 'keep-out', rect: [x0, y0, x1, y1] } : null
}

const shares = (frame: Frame): (CropRisk | null)[] => {
  const share = 1 - (frame.drawn.width * frame.drawn.height) / (frame.target.width * frame.target.height)
  const kept = frame.crop.width * frame.crop.height
  return [
    frame.upscale > UPSCALE_NOTICED ? { kind: 'upscale', factor: frame.upscale, allowed: frame.scale > 1 } : null,
    frame.padded ? { kind: 'padded', share } : null,
    kept < HEAVY_CROP_KEPT ? { kind: 'heavy-crop', kept } : null
  ]
}

/** What could be wrong with a crop, the gravest first; an empty list when nothing is. */
export const cropRisks = (frame: Frame, about: { focal: Point; placement: RiskPlacement }): CropRisk[] => {
  const cut = focalCut(frame, about.focal)
  const at = pointInTarget(frame, about.focal)
  const covered = cut ? [] : [safeZone(frame, at, about.placement), keepOut(at, about.placement)]
  return [cut, ...covered, ...shares(frame)].filter((risk) => risk !== null)
}
