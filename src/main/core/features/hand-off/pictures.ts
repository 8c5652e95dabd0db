import type { NetworkPlacement } from '../../../../shared/channels/catalog'
import type { FractionRect } from '../../../../shared/channels/crop'
import type { PackProblem, PackProblemKind } from '../../../../shared/features/hand-off/hand-off.contract'
import { choosePlacement, isCoverOnly, mostPictures, needsMedia } from '../../../../shared/features/hand-off/placements'
import { draftRendition } from '../../../../shared/features/renditions/plan-rendition'
import { noCalibration } from '../../../../shared/features/renditions/rendition-estimate'
import type { RenditionSource } from '../../../../shared/features/renditions/rendition-source'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { Reader } from '../../context'
import { getSources, listHandCrops, type SetMember } from '../renditions'
import type { Outgoing } from './outgoing.queries'

/** A picture of a variant on its way to a placement. */
export interface OutgoingPicture {
  altText: string
  /** Its path is set by whoever writes it. */
  member: SetMember
}

export interface OutgoingPictures {
  pictures: OutgoingPicture[]
  problems: PackProblem[]
}

interface Library {
  sources: Map<string, RenditionSource>
  crops: Map<string, Map<string, FractionRect>>
}

export const problem = (kind: PackProblemKind, severe: boolean, data: PackProblem['data'] = {}): PackProblem => ({ kind, severe, data })

async function readLibrary(reader: Reader, outgoing: readonly Outgoing[]): Promise<Library> {
  const ids = [...new Set(outgoing.flatMap(({ media }) => media.filter(({ trashed }) => !trashed).map(({ assetId }) => assetId)))]
  const sources = await getSources(reader, ids)
  return { sources: new Map(sources.map((source) => [source.id, source])), crops: await listHandCrops(reader, ids) }
}

function draft(source: RenditionSource, placement: NetworkPlacement, { crops }: Library): SetMember {
  const crop = crops.get(source.id)?.get(placement.id)
  const drafted = draftRendition({ source, placement, settings: defaultRenderSettings, crop, calibration: noCalibration })
  return { source, placement, draft: drafted, path: '' }
}

/** What is wrong with the pictures as a whole, before any is made. */
function mediaProblems({ network, format, media }: Outgoing, usable: number): PackProblem[] {
  const trashed = media.length - usable
  return [
    ...(usable === 0 && needsMedia(network, format) ? [problem('no-media', true)] : []),
    ...(trashed > 0 ? [problem('asset-trashed', true, { n: trashed })] : []),
    ...(isCoverOnly(format) && usable > 0 ? [problem('cover-only', false)] : []),
    ...(format === 'document' && usable > 0 ? [problem('document-pages', false, { n: usable })] : [])
  ]
}

function picturesOf(variant: Outgoing, library: Library): OutgoingPictures {
  const { network, format } = variant
  const usable = variant.media.flatMap(({ assetId, altText, trashed }) => {
    const source = trashed ? undefined : library.sources.get(assetId)
    return source ? [{ source, altText }] : []
  })
  const problems = mediaProblems(variant, usable.length)
  const first = usable[0]?.source
  const placement = first && choosePlacement(network, format, first, (id) => usable.some(({ source }) => library.crops.get(source.id)?.has(id) === true))
  if (!placement) return { pictures: [], problems }
  const most = mostPictures(placement)
  if (most > 0 && usable.length > most) problems.push(problem('too-many-media', true, { n: usable.length, most }))
  const pictures = usable.map(({ source, altText }) => ({ altText, member: draft(source, placement, library) }))
  for (const { member } of pictures) {
    const { outcome } = member.draft
    if ('refusal' in outcome) problems.push(problem('render', true, { code: outcome.refusal.code, file: member.source.fileName }))
  }
  return { pictures, problems }
}

/** The pictures of variants, cut for their networks by the same rules as an export: crops set by hand, else the focal point. */
export async function planPictures(reader: Reader, outgoing: readonly Outgoing[]): Promise<Map<string, OutgoingPictures>> {
  const library = await readLibrary(reader, outgoing)
  return new Map(outgoing.map((variant) => [variant.id, picturesOf(variant, library)]))
}
