import type { NetworkPlacement } from '../../channels/catalog'
import { frameFor, type FractionRect, type Frame } from '../../channels/crop'
import { cropRisks } from '../../channels/crop-risks'
import type { OutputFormat } from '../../media/formats'
import { chooseFormat, fallbackFormats, type FormatRefusal, type RenderSettings } from '../../media/settings'
import type { PlannedRendition } from './renditions.contract'
import { estimateBytes, type EstimateCalibration } from './rendition-estimate'
import { riskForPeople } from './rendition-risks'
import { isAnimated, type RenditionSource } from './rendition-source'

/** How one asset goes into one placement; screens and the export job get it from here alike. */
export interface RenditionDraft {
  frame: Frame
  byHand: boolean
  risks: PlannedRendition['risks']
  /** As the model has it, before what earlier exports taught. */
  modelBytes: number
  estimatedBytes: number
  outcome: { format: OutputFormat; fallbackFormats: OutputFormat[] } | { refusal: FormatRefusal }
}

export interface DraftRequest {
  source: RenditionSource
  placement: NetworkPlacement
  settings: RenderSettings
  /** A crop set by hand for this placement. */
  crop: FractionRect | undefined
  calibration: EstimateCalibration
}

/** The limit that is never exceeded; one that is only assumed warns. */
export const hardLimit = (placement: NetworkPlacement): boolean => placement.maxBytesStatus !== 'assumed'

function estimate({ source, placement, settings, calibration }: DraftRequest, frame: Frame, format: OutputFormat) {
  const { maxBytes } = placement
  const modelBytes = estimateBytes({ frame, format, quality: settings.quality, frames: source.frames, maxBytes, source })
  const corrected = Math.round(modelBytes * (calibration.bytes[format] ?? 1))
  return { modelBytes, estimatedBytes: maxBytes === null ? corrected : Math.min(corrected, maxBytes) }
}

/** Frame, risks, format and size of one asset in one placement. Pure, and quick enough for thousands at a time. */
export function draftRendition(request: DraftRequest): RenditionDraft {
  const { source, placement, settings, crop } = request
  const frame = frameFor({
    source: { width: source.width, height: source.height },
    target: { width: placement.width, height: placement.height },
    fit: settings.fit,
    focal: source.focal,
    crop,
    allowUpscale: settings.allowUpscale
  })
  const byHand = crop !== undefined
  const choice = chooseFormat(placement, settings, { hasAlpha: source.hasAlpha, animated: isAnimated(source) })
  if (choice.error) return { frame, byHand, risks: [], modelBytes: 0, estimatedBytes: 0, outcome: { refusal: choice.error } }
  const { format } = choice
  return {
    frame,
    byHand,
    risks: cropRisks(frame, { focal: source.focal, placement }).map(riskForPeople),
    ...estimate(request, frame, format),
    outcome: { format, fallbackFormats: fallbackFormats(placement, settings, format) }
  }
}

/** Where the drawn part lies in the rendition, in fractions. */
export function drawnFractions({ drawn, target }: Frame): FractionRect {
  return {
    left: drawn.left / target.width,
    top: drawn.top / target.height,
    width: drawn.width / target.width,
    height: drawn.height / target.height
  }
}
