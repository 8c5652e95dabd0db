import { findNetwork, findPlacement } from '../channels/catalog'
import type { FormatFacts } from '../channels/formats'
import { formatsOf } from '../channels/formats'
import { ALT_FIELD, findTextField } from '../text'
import { checkOneMedia } from './check-picture'
import { checkFieldText } from './check-text'
import { OWN_RULE, type CheckedMedia, type Finding, type Source, type VariantInput } from './checks.types'
import { mediaKind } from './media-shape'
import { limitInForce, severityOf } from './severity'

/** Who says what the format takes: the first of its placements. */
function sourceOf({ pictures, videos }: FormatFacts): Source {
  const placement = findPlacement(pictures[0] ?? videos[0] ?? '')
  return placement ? { source: placement.source, sourceDate: placement.sourceDate, confidence: placement.confidence } : OWN_RULE
}

/** What a single file may be with others, and what it may not. */
function mostItems(input: VariantInput, format: FormatFacts): number {
  // Several clips in one post are taken in carousels alone.
  const hasVideo = input.media.some((one) => mediaKind(one) === 'video')
  return hasVideo && !format.videos.some((id) => findPlacement(id)?.kind === 'carousel') && format.format !== 'thread' ? Math.min(1, format.maxItems) : format.maxItems
}

function countFindings(input: VariantInput, format: FormatFacts): Finding[] {
  const n = input.media.length
  const source = sourceOf(format)
  const catalog = mostItems(input, format)
  const { limit, overridden } = limitInForce(catalog, input.limits?.items)
  const parts = format.format === 'thread' ? Math.max(1, input.parts?.length ?? 1) : 1
  if (n === 0) return []
  if (n < format.minItems) return [{ id: 'media.too-few', severity: 'error', field: 'media', data: { n, limit: format.minItems }, ...source }]
  if (limit === null || n <= limit * parts) return []
  const better = formatsOf(input.network).filter((one) => one.maxItems >= n && one.minItems <= n).map((one) => one.format)
  return [{
    id: 'media.too-many', severity: overridden ? 'error' : severityOf(false, source), field: 'media', data: { n, limit: limit * parts }, ...source,
    ...(overridden ? { overridden } : {}),
    ...(better.length > 0 ? { fix: { kind: 'change-format' as const, formats: better } } : {})
  }]
}

function kindFinding(media: CheckedMedia, input: VariantInput, source: Source): Finding {
  const kind = mediaKind(media)
  const better = formatsOf(input.network)
    .filter((one) => (kind === 'video' ? one.videos.length > 0 : kind === 'document' ? one.format === 'document' : one.format !== 'document' && one.pictures.length > 0))
    .map((one) => one.format)
  return {
    id: 'media.kind', severity: 'error', field: 'media', assetId: media.assetId, data: { kind }, ...source,
    ...(better.length > 0 ? { fix: { kind: 'change-format', formats: better } } : {})
  }
}

/** The placements of the format for what the file is; none where the format does not take such a thing. */
function placementsFor(media: CheckedMedia, { format, pictures, videos }: FormatFacts): readonly string[] {
  const kind = mediaKind(media)
  if (kind === 'video') return videos
  if (kind === 'document') return format === 'document' ? pictures : []
  return format === 'document' ? [] : pictures
}

function altFindings(media: CheckedMedia, input: VariantInput, format: FormatFacts): Finding[] {
  if (!format.altText || mediaKind(media) !== 'picture') return []
  const { network, limits } = input
  const fix = { kind: 'add-alt-text' as const, assetId: media.assetId }
  if (media.altText.trim() === '') {
    return [{ id: 'alt.missing', severity: 'warning', field: 'media', assetId: media.assetId, data: {}, fix, ...OWN_RULE }]
  }
  if (!findTextField(network, ALT_FIELD)) return []
  return checkFieldText({ network, catalogField: ALT_FIELD, field: 'media', text: media.altText, limits, fix, assetId: media.assetId })
}

function gifFindings(input: VariantInput, source: Source): Finding[] {
  const moving = input.media.find(({ format, frames = 1 }) => format.toLowerCase() === 'gif' && frames > 1)
  if (input.network !== 'x' || !moving || input.media.length < 2) return []
  return [{ id: 'media.gif-alone', severity: 'error', field: 'media', assetId: moving.assetId, data: {}, ...source }]
}

/** Pictures, videos and documents: how many, what they are, and whether the format takes them. */
export function checkMedia(input: VariantInput, format: FormatFacts): Finding[] {
  const network = findNetwork(input.network)
  if (!network) return []
  const source = sourceOf(format)
  const each = input.media.flatMap((media) => {
    const placements = placementsFor(media, format)
    if (placements.length === 0) return [kindFinding(media, input, source)]
    return [...checkOneMedia(media, placements, network, input.limits ?? {}), ...altFindings(media, input, format)]
  })
  return [...countFindings(input, format), ...gifFindings(input, source), ...each]
}
