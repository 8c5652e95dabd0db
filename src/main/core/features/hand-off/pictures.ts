import type { NetworkPlacement } from '../../../../shared/channels/catalog'
import type { FractionRect } from '../../../../shared/channels/crop'
import type { PackProblem, PackProblemKind } from '../../../../shared/features/hand-off/hand-off.contract'
import { choosePlacement, isCoverOnly, mostPictures, needsMedia } from '../../../../shared/features/hand-off/placements'
import { draftRendition } from '../../../../shared/features/renditions/plan-rendition'
import { noCalibration } from '../../../../shared/features/renditions/rendition-estimate'
import type { RenditionSource } from '../../../../shared/features/renditions/rendition-source'
import { rightsBlock } from '../../../../shared/features/assets/rights'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import { isVideoFormat, type VideoFormat } from '../../../../shared/media/video'
import type { Reader } from '../../context'
import { getSources, listHandCrops, type SetMember } from '../renditions'
import type { Outgoing } from './outgoing.queries'

/** A picture of a variant on its way to a placement. */
export interface OutgoingPicture {
  /** Its place among all that goes out, from 1. */
  number: number
  altText: string
  /** Its path is set by whoever writes it. */
  member: SetMember
}

/** A video, which goes out as it is. */
export interface OutgoingVideo {
  number: number
  altText: string
  source: RenditionSource & { format: VideoFormat }
}

export interface OutgoingPictures {
  pictures: OutgoingPicture[]
  videos: OutgoingVideo[]
  /** Lines that name who made what goes out, each once. */
  credits: string[]
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

function draft(source: RenditionSource, placement: NetworkPlacement, { crops }: Library, day: string): SetMember {
  const crop = crops.get(source.id)?.get(placement.id)
  const drafted = draftRendition({ source, placement, settings: defaultRenderSettings, crop, calibration: noCalibration, day })
  return { source, placement, draft: drafted, path: '' }
}

interface Usable {
  number: number
  altText: string
  source: RenditionSource
}

const isVideo = (one: Usable): one is OutgoingVideo => isVideoFormat(one.source.format)

/** What is wrong with the pictures as a whole, before any is made. */
function mediaProblems({ network, format, media }: Outgoing, usable: readonly Usable[]): PackProblem[] {
  const trashed = media.length - usable.length
  const pictures = usable.filter((one) => !isVideo(one)).length
  return [
    ...(usable.length === 0 && needsMedia(network, format) ? [problem('no-media', true)] : []),
    ...(trashed > 0 ? [problem('asset-trashed', true, { n: trashed })] : []),
    ...(isCoverOnly(format) && pictures > 0 && pictures === usable.length ? [problem('cover-only', true)] : []),
    ...(format === 'document' && pictures > 0 ? [problem('document-pages', false, { n: pictures })] : [])
  ]
}

/** Why a video stays here although it is there; pictures are refused by whoever draws them. */
function videoProblem({ source: { rights, fileName } }: OutgoingVideo, day: string): PackProblem[] {
  const block = rightsBlock(rights, day)
  if (!block) return []
  const said: PackProblem['data'] = block === 'ended' ? { code: 'conflict.rights-ended', endsOn: rights?.endsOn ?? day } : { code: 'conflict.consent-missing', people: rights?.people ?? '' }
  return [problem('render', true, { ...said, file: fileName })]
}

function draftPictures(variant: Outgoing, wanted: readonly Usable[], library: Library, day: string): Pick<OutgoingPictures, 'pictures' | 'problems'> {
  const { network, format } = variant
  const first = wanted[0]?.source
  const placement = first && choosePlacement(network, format, first, (id) => wanted.some(({ source }) => library.crops.get(source.id)?.has(id) === true))
  if (!placement) return { pictures: [], problems: [] }
  const most = mostPictures(placement)
  const pictures = wanted.map(({ number, source, altText }) => ({ number, altText, member: draft(source, placement, library, day) }))
  const refused = pictures.flatMap(({ member: { source, draft: drafted } }) => {
    if (!('refusal' in drafted.outcome)) return []
    const { code, data } = drafted.outcome.refusal
    return [problem('render', true, { ...data, code, file: source.fileName })]
  })
  return { pictures, problems: [...(most > 0 && wanted.length > most ? [problem('too-many-media', true, { n: wanted.length, most })] : []), ...refused] }
}

const creditsOf = (usable: readonly Usable[]): string[] => [...new Set(usable.map(({ source }) => source.rights?.credit.trim() ?? ''))].filter(Boolean)

function picturesOf(variant: Outgoing, library: Library, today: string): OutgoingPictures {
  const day = variant.planned?.date ?? today
  const there = variant.media.flatMap(({ assetId, altText, trashed }) => {
    const source = trashed ? undefined : library.sources.get(assetId)
    return source ? [{ source, altText }] : []
  })
  const usable = there.map((one, index): Usable => ({ ...one, number: index + 1 }))
  const videos = usable.filter(isVideo)
  const kept = videos.flatMap((video) => videoProblem(video, day))
  const drawn = draftPictures(variant, usable.filter((one) => !isVideo(one)), library, day)
  return {
    pictures: drawn.pictures,
    videos: videos.filter((video) => videoProblem(video, day).length === 0),
    credits: creditsOf(usable),
    problems: [...mediaProblems(variant, usable), ...drawn.problems, ...kept]
  }
}

/**
 * The pictures of variants, cut for their networks by the same rules as an export: crops set by hand, else the focal point;
 * and their videos as they are. What its rights keep here is left out and told of.
 *
 * @param now instant or day: the day of a variant that has no time
 */
export async function planPictures(reader: Reader, outgoing: readonly Outgoing[], now: string): Promise<Map<string, OutgoingPictures>> {
  const library = await readLibrary(reader, outgoing)
  return new Map(outgoing.map((variant) => [variant.id, picturesOf(variant, library, now.slice(0, 10))]))
}

/** Alternative texts by the place of what they belong to; those of videos are left out, since networks take none. */
export function altTextsOf({ pictures, videos }: OutgoingPictures): string[] {
  const last = Math.max(0, ...pictures.map(({ number }) => number), ...videos.map(({ number }) => number))
  return Array.from({ length: last }, (_, index) => pictures.find(({ number }) => number === index + 1)?.altText ?? '')
}
