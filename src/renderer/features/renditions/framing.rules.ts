import type { NetworkPlacement } from '@shared/channels/catalog'
import { frameFor, type FractionRect, type Frame, type Point } from '@shared/channels/crop'
import { cropRisks } from '@shared/channels/crop-risks'
import { riskForPeople } from '@shared/features/renditions/rendition-risks'
import type { RenderSettings } from '@shared/media/settings'
import { drawnFraction } from './crop-picture.layout'
import type { PlannedRisk } from './risk-words.rules'

/** What a picture must say of itself to be framed. */
export interface FramedPicture {
  width: number
  height: number
  focal: Point
}

/** A picture in a placement, as fractions, with what could be wrong with it. */
export interface Framing {
  crop: FractionRect
  drawn: FractionRect
  frame: Frame
  risks: PlannedRisk[]
}

export type FramingSettings = Pick<RenderSettings, 'fit' | 'allowUpscale'>

/** The same arithmetic the export uses, so that what is seen is what is made. */
export function framingFor(
  picture: FramedPicture,
  placement: NetworkPlacement,
  settings: FramingSettings,
  crop: FractionRect | null = null
): Framing {
  const frame = frameFor({
    source: { width: picture.width, height: picture.height },
    target: { width: placement.width, height: placement.height },
    fit: settings.fit,
    focal: picture.focal,
    crop,
    allowUpscale: settings.allowUpscale
  })
  const risks = cropRisks(frame, { focal: picture.focal, placement }).map(riskForPeople)
  return { crop: frame.crop, drawn: drawnFraction(frame), frame, risks }
}
