import { findPlacement, type NetworkPlacement } from '../channels/catalog'
import type { Network } from '../channels/catalog.schema'
import { OUTPUT_FORMATS } from '../media/formats'
import { OWN_RULE, type CheckedMedia, type Finding, type Fix, type LimitOverrides, type Severity } from './checks.types'
import { RATIO_TOLERANCE, mediaKind, ratioLabel, shownSize } from './media-shape'
import { type Draft, type Fitting, isRecord, videoDrafts } from './check-video'
import { limitInForce, severityOf } from './severity'

/**
 * A still picture is written anew for its placement whenever it is handed over: in a format that is taken, within the limit of
 * bytes. What the library holds need not be so, and nobody has to see to it.
 */
const isWrittenAnew = ({ media, placement }: Fitting): boolean =>
  mediaKind(media) === 'picture' && placement.formats.some((name) => (OUTPUT_FORMATS as readonly string[]).includes(extensionOf(name)))

const extensionOf = (format: string): string => (format.toLowerCase() === 'jpeg' ? 'jpg' : format.toLowerCase())

function formatFindings(fitting: Fitting): Draft[] {
  const { media, placement } = fitting
  const format = extensionOf(media.format)
  const taken = placement.formats.map(extensionOf)
  const isMoving = (media.frames ?? 1) > 1 && mediaKind(media) === 'picture'
  const formats = placement.formats.filter((name) => mediaKind({ format: name }) === mediaKind(media))
  const fix: Fix = { kind: 'convert', assetId: media.assetId, placementId: placement.id, formats }
  const data = { format: format.toUpperCase(), formats: formats.map((name) => name.toUpperCase()).join(', ') }
  if (isMoving && !(format === 'gif' && taken.includes('gif'))) return [{ id: 'media.animated', severity: 'error', data, fix }]
  return taken.includes(format) ? [] : [{ id: 'media.format', severity: isWrittenAnew(fitting) ? 'note' : severityOf(false, placement), data, fix }]
}

function ratioFindings({ media, placement }: Fitting): Draft[] {
  const { width, height } = shownSize(media)
  const { aspectMin, aspectMax } = placement
  const ratio = width / height
  const tolerance = Math.max(RATIO_TOLERANCE, (placement.tolerancePct ?? 0) / 100)
  const own = placement.width / placement.height
  const nearest = aspectMin !== null && ratio < aspectMin ? aspectMin : aspectMax !== null && ratio > aspectMax ? aspectMax : own
  const fix: Fix = { kind: 'crop', assetId: media.assetId, placementId: placement.id, ratio: nearest }
  const tooNarrow = aspectMin !== null && ratio < aspectMin * (1 - tolerance)
  const tooWide = aspectMax !== null && ratio > aspectMax * (1 + tolerance)
  if (tooNarrow || tooWide) {
    const data = { ratio: ratioLabel(ratio), min: ratioLabel(aspectMin ?? ratio), max: ratioLabel(aspectMax ?? ratio) }
    return [{ id: 'media.ratio', severity: severityOf(false, placement), data, fix }]
  }
  // A story or a vertical video without limits is shown with bars or cut by the network.
  const isFull = placement.kind === 'story' || (placement.kind === 'video' && own < 1)
  if (!isFull || Math.abs(ratio - own) / own <= 0.05) return []
  return [{ id: 'media.ratio-advised', severity: 'warning', data: { ratio: ratioLabel(ratio), advised: ratioLabel(own) }, fix }]
}

function sizeFindings({ media, placement }: Fitting): Draft[] {
  const { width, height } = shownSize(media)
  const { minWidth, minHeight, maxWidth, maxHeight } = placement
  const found: Draft[] = []
  if ((minWidth !== null && width < minWidth) || (minHeight !== null && height < minHeight)) {
    const data = { width, height, minWidth: minWidth ?? 1, minHeight: minHeight ?? 1 }
    found.push({ id: 'media.too-small', severity: severityOf(false, placement), data })
  }
  if ((maxWidth !== null && width > maxWidth) || (maxHeight !== null && height > maxHeight)) {
    const data = { width, height, maxWidth: maxWidth ?? width, maxHeight: maxHeight ?? height }
    // The network, or the pack that goes out, makes it smaller.
    found.push({ id: 'media.dimensions', severity: 'note', data, fix: { kind: 'resize', assetId: media.assetId, placementId: placement.id } })
  }
  return found
}

/** The byte limit of a placement for both pictures and clips is that of the pictures; a clip has its network's. */
function mostBytes({ media, placement, video }: Fitting): number | null {
  const isMixed = placement.formats.some((name) => mediaKind({ format: name }) === 'picture')
  if (mediaKind(media) !== 'video' || !isMixed) return placement.maxBytes
  const reel = isRecord(video.reel) ? video.reel : {}
  const limits = [video.maxBytes, reel.maxBytes].filter((limit) => typeof limit === 'number')
  return limits[0] ?? null
}

function byteFindings(fitting: Fitting): Draft[] {
  const { media, placement, limits } = fitting
  const catalog = mostBytes(fitting)
  const { limit, overridden } = limitInForce(catalog, limits.bytes)
  const formats = placement.formats.filter((name) => mediaKind({ format: name }) === mediaKind(media))
  const fix: Fix = { kind: 'convert', assetId: media.assetId, placementId: placement.id, formats }
  const mark = overridden ? { overridden } : {}
  if (limit !== null && media.bytes > limit) {
    // A limit that was set for the client is not the one that pictures are written by.
    const severity: Severity = overridden ? 'error' : isWrittenAnew(fitting) ? 'note' : severityOf(placement.maxBytesStatus === 'assumed', placement)
    return [{ id: 'media.bytes', severity, data: { bytes: media.bytes, limit }, fix, ...mark }]
  }
  if (overridden && catalog !== null && media.bytes > catalog) {
    return [{ id: 'media.bytes', severity: 'note', data: { bytes: media.bytes, limit: catalog }, overridden }]
  }
  const advised = placement.adviseBytes
  return advised !== undefined && media.bytes > advised ? [{ id: 'media.bytes-advised', severity: 'note', data: { bytes: media.bytes, limit: advised }, fix }] : []
}

/** What is not known is not right: a warning, so that nobody takes it for checked. */
const unread = ({ media }: Fitting): Draft => ({ id: 'video.not-checked', severity: 'warning', data: {}, fix: { kind: 'read-video', assetId: media.assetId } })

function draftsFor(fitting: Fitting): Draft[] {
  const kind = mediaKind(fitting.media)
  const file = [...formatFindings(fitting), ...byteFindings(fitting)]
  if (kind === 'document') return file
  if (kind === 'video' && fitting.media.unread) return [...file, unread(fitting)]
  const shape = [...file, ...ratioFindings(fitting), ...sizeFindings(fitting)]
  return kind === 'video' ? [...shape, ...videoDrafts(fitting)] : shape
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 10_000, warning: 100, note: 1 }
const weightOf = (drafts: readonly Draft[]): number => drafts.reduce((sum, { severity }) => sum + WEIGHT[severity], 0)

interface Tried {
  placement: NetworkPlacement
  drafts: Draft[]
  weight: number
}

/**
 * A picture, video or document against the placements of its format. It is held against the one that suits it best;
 * where only the network's own app takes it, that is said.
 */
export function checkOneMedia(media: CheckedMedia, placementIds: readonly string[], network: Network, limits: LimitOverrides): Finding[] {
  const video = isRecord(network.video) ? network.video : {}
  const tried = placementIds.flatMap((id): Tried[] => {
    const placement = findPlacement(id)
    if (!placement) return []
    const drafts = draftsFor({ media, placement, video, limits })
    return [{ placement, drafts, weight: weightOf(drafts) }]
  })
  const open = tried.filter(({ placement }) => placement.apiPublishable !== false)
  const lightest = (from: readonly Tried[]): Tried | undefined => from.reduce<Tried | undefined>((best, one) => (best && best.weight <= one.weight ? best : one), undefined)
  const best = lightest(open) ?? lightest(tried)
  const inApp = lightest(tried.filter(({ placement }) => placement.apiPublishable === false))
  if (!best) return []
  const useApp = best.weight >= WEIGHT.error && inApp !== undefined && inApp.weight < WEIGHT.error
  const { placement, drafts } = useApp ? inApp : best
  const appOnly: Draft[] = useApp ? [{ id: 'media.app-only', severity: 'warning', data: { network: network.name }, fix: best.drafts.find(({ fix }) => fix)?.fix }] : []
  const { source, sourceDate, confidence } = placement
  const kind = mediaKind(media)
  return [...appOnly, ...drafts].map((draft) => {
    // No network says that a file must have been read.
    const from = draft.id === 'video.not-checked' ? OWN_RULE : { source, sourceDate, confidence }
    return { ...draft, data: { ...draft.data, kind }, field: 'media', assetId: media.assetId, ...from }
  })
}
