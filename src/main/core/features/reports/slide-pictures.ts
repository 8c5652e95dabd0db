import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { frameFor } from '../../../../shared/channels/crop'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { ReportData } from '../../../../shared/reports/report-data'
import type { CoreServices } from '../../context'
import { CARD_PICTURE } from './slides/card-piece'
import { COVER_PICTURE } from './slides/cover-slide'

/** JPEG that can stand in a slide, since programs for slides read no WebP, with its size in pixels. */
export interface SlidePicture {
  /** `image/jpeg;base64,…` */
  data: string
  width: number
  height: number
}

/** By the address of the picture in the document. */
export type SlidePictures = ReadonlyMap<string, SlidePicture>

const settings = { ...defaultRenderSettings, sharpen: 'off' as const, quality: 82, floorQuality: 60 }

interface Wanted {
  source: string
  width: number
  height: number
  /** As it is, no larger than this; else cut to the form of its place, where it fills it. */
  whole?: boolean
}

const PIXELS = 200
const sizeOf = ({ w, h }: { w: number; h: number }) => ({ width: Math.round(w * PIXELS), height: Math.round(h * PIXELS) })
const MARK = { width: 700, height: 300, whole: true }

function wantedOf({ sections, client, agency }: ReportData): Wanted[] {
  const marks = [client.logo, agency?.logo ?? null].flatMap((source): Wanted[] => (source === null ? [] : [{ source, ...MARK }]))
  return [...marks, ...sections.flatMap(({ blocks }) => blocks.flatMap((block): Wanted[] => {
    if (block.kind === 'cover') return block.picture ? [{ source: block.picture.source, ...sizeOf(COVER_PICTURE) }] : []
    if (block.kind === 'cards') return block.cards.flatMap(({ picture }) => (picture ? [{ source: picture.source, ...sizeOf(CARD_PICTURE) }] : []))
    return []
  }))]
}

/** Pixels to make, none of them invented: for a cut the form of the place, for a whole picture its own. */
function targetOf({ width, height, whole }: Wanted, facts: { width: number; height: number }): { width: number; height: number } {
  const [across, down] = [facts.width / width, facts.height / height]
  const scale = whole ? Math.min(1, 1 / Math.max(across, down)) : Math.min(1, across, down)
  const size = whole ? facts : { width, height }
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) }
}

/** Copies of the pictures as slides take them, cut to the size they have there. One that cannot be read is left out. */
export async function slidePictures(core: CoreServices, data: ReportData, root: string, signal: AbortSignal): Promise<SlidePictures> {
  const pictures = new Map<string, SlidePicture>()
  const folder = join(root, 'slides')
  for (const wanted of wantedOf(data)) {
    const { source } = wanted
    signal.throwIfAborted()
    if (pictures.has(source)) continue
    const path = join(root, basename(source))
    const out = join(folder, `${basename(source)}.jpg`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const facts = await core.media.probe({ path, fileName: basename(source) })
      const target = targetOf(wanted, facts)
      const frame = frameFor({ source: { width: facts.width, height: facts.height }, target, fit: wanted.whole ? 'contain' : 'cover', focal: { x: 0.5, y: 0.5 }, allowUpscale: false })
      const output = {
        key: 'slide', ...target, frame, settings, format: 'jpg' as const, fallbackFormats: [], maxBytes: null, maxBytesHard: false, adviseBytes: null,
        requireAlpha: false, partPath: out
      }
      let written = false
      await core.media.render({ path, outputs: [output] }, (result) => {
        written = result.status === 'written'
      })
      if (written) pictures.set(source, { data: `image/jpeg;base64,${(await readFile(out)).toString('base64')}`, ...target })
    } catch {
      signal.throwIfAborted()
    }
  }
  return pictures
}
