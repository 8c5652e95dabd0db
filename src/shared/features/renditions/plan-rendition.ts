import type { NetworkPlacement } from '../../channels/catalog'
import { frameFor, type FractionRect, type Frame } from '../../channels/crop'
import { cropRisks } from '../../channels/crop-risks'
import type { OutputFormat } from '../../media/formats'
import { isVideoFormat } from '../../media/video'
import { chooseFormat, fallbackFormats, type FormatRefusal, type RenderSettings } from '../../media/settings'
import { rightsBlock } from '../assets/rights'
import type { PlannedRendition } from './renditions.contract'
import { estimateBytes, type EstimateCalibration } from './rendition-estimate'
import { riskForPeople } from './rendition-risks'
import { isAnimated, type RenditionSource } from './rendition-source'

/** Why nothing is made of an asset. */
export type RenditionRefusal =
  | FormatRefusal
  | { code: 'unsupported.video'; data: { format: string } }
  | { code: 'conflict.rights-ended'; data: { endsOn: string } }
  | { code: 'conflict.consent-missing'; data: { people: string } }

/** How one asset goes into one placement; screens and the export job get it from here alike. */
export interface RenditionDraft {
  frame: Frame
  byHand: boolean
  risks: PlannedRendition['risks']
  /** As the model has it, before what earlier exports taught. */
  modelBytes: number
  estimatedBytes: number
  outcome: { format: OutputFormat; fallbackFormats: OutputFormat[] } | { refusal: RenditionRefusal }
}

export interface DraftRequest {
  source: RenditionSource
  placement: NetworkPlacement
  settings: RenderSettings
  /** A crop set by hand for this placement. */
  crop: FractionRect | undefined
  calibration: EstimateCalibration
  /** The day it goes out, `YYYY-MM-DD`: what rights are looked at by. */
  day: string
}

/** The limit that is never exceeded; one that is only assumed warns. */
export const hardLimit = (placement: NetworkPlacement): boolean => placement.maxBytesStatus !== 'assumed'

function estimate({ source, placement, settings, calibration }: DraftRequest, frame: Frame, format: OutputFormat) {
  const { maxBytes } = placement
  const modelBytes = estimateBytes({ frame, format, quality: settings.quality, frames: source.frames, maxBytes, source })
  const corrected = Math.round(modelBytes * (calibration.bytes[format] ?? 1))
  return { modelBytes, estimatedBytes: maxBytes === null ? corrected : Math.min(corrected, maxBytes) }
}

function refused({ source, day }: DraftRequest): RenditionRefusal | undefined {
  const { format, rights } = source
  if (isVideoFormat(format)) return { code: 'unsupported.video', data: { format } }
  switch (rightsBlock(rights, day)) {
    case 'ended':
      return { code: 'conflict.rights-ended', data: { endsOn: rights?.endsOn ?? day } }
    case 'no-consent':
      return { code: 'conflict.consent-missing', data: { people: rights?.people ?? '' } }
    case undefined:
      return undefined
  }
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
  const nothing = (refusal: RenditionRefusal): RenditionDraft => ({ frame, byHand, risks: [], modelBytes: 0, estimatedBytes: 0, outcome: { refusal } })
  const refusal = refused(request)
  if (refusal) return nothing(refusal)
  if (choice.error) return nothing(choice.error)
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
