import { findPlacement } from '@shared/channels/catalog'
import type { FractionRect, Point } from '@shared/channels/crop'
import type { PlannedRendition } from '@shared/features/renditions/renditions.contract'
import type { HandChange } from './crop-hand.store'
import { framingFor, type FramedPicture, type FramingSettings } from './framing.rules'
import type { PlannedRisk } from './risk-words.rules'

interface Framed {
  crop: FractionRect
  drawn: FractionRect
  risks: PlannedRisk[]
  byHand: boolean
  focal: Point
}

interface CroppedPicture extends FramedPicture {
  id: string
  crops: readonly { placementId: string; rect: FractionRect }[]
}

/** A planned crop as it is now: what the hand changes comes ahead of the plan, worked out by the same arithmetic. */
export function liveFraming(
  planned: PlannedRendition,
  card: CroppedPicture | undefined,
  settings: FramingSettings,
  change: HandChange | null
): Framed {
  const placement = findPlacement(planned.placementId)
  const touched = change !== null && change.assetId === planned.assetId && (change.kind === 'focal' || change.placementId === planned.placementId)
  const focal = touched && change.kind === 'focal' ? change.focal : (card?.focal ?? { x: 0.5, y: 0.5 })
  if (!touched || !card || !placement || planned.refusal) {
    return { crop: planned.crop, drawn: planned.drawn, risks: planned.risks, byHand: planned.byHand, focal }
  }
  const stored = card.crops.find((crop) => crop.placementId === planned.placementId)?.rect ?? null
  const byHand = change.kind === 'crop' ? change.rect : stored
  const framing = framingFor({ ...card, focal }, placement, settings, byHand)
  return { crop: framing.crop, drawn: framing.drawn, risks: framing.risks, byHand: byHand !== null, focal }
}
