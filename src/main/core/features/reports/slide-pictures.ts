import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { frameFor } from '../../../../shared/channels/crop'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { ReportData } from '../../../../shared/reports/report-data'
import type { CoreServices } from '../../context'

/** JPEG as base64, by the address of the picture in the document. Programs for slides read no WebP. */
export type SlidePictures = ReadonlyMap<string, string>

const settings = { ...defaultRenderSettings, sharpen: 'off' as const, quality: 82, floorQuality: 60 }

interface Wanted {
  source: string
  width: number
  height: number
}

const CARD = { width: 640, height: 480 }
const COVER = { width: 1600, height: 900 }

function wantedOf({ sections }: ReportData): Wanted[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block): Wanted[] => {
    if (block.kind === 'cover') return block.picture ? [{ source: block.picture.source, ...COVER }] : []
    if (block.kind === 'cards') return block.cards.flatMap(({ picture }) => (picture ? [{ source: picture.source, ...CARD }] : []))
    return []
  }))
}

/** Copies of the pictures as slides take them, cut to the size they have there. One that cannot be read is left out. */
export async function slidePictures(core: CoreServices, data: ReportData, root: string, signal: AbortSignal): Promise<SlidePictures> {
  const pictures = new Map<string, string>()
  const folder = join(root, 'slides')
  for (const { source, width, height } of wantedOf(data)) {
    signal.throwIfAborted()
    if (pictures.has(source)) continue
    const path = join(root, basename(source))
    const out = join(folder, `${basename(source)}.jpg`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const facts = await core.media.probe({ path, fileName: basename(source) })
      const target = { width: Math.min(width, facts.width), height: Math.min(height, facts.height) }
      const frame = frameFor({ source: { width: facts.width, height: facts.height }, target, fit: 'cover', focal: { x: 0.5, y: 0.5 }, allowUpscale: false })
      const output = {
        key: 'slide', ...target, frame, settings, format: 'jpg' as const, fallbackFormats: [], maxBytes: null, maxBytesHard: false, adviseBytes: null,
        requireAlpha: false, partPath: out
      }
      let written = false
      await core.media.render({ path, outputs: [output] }, (result) => {
        written = result.status === 'written'
      })
      if (written) pictures.set(source, (await readFile(out)).toString('base64'))
    } catch {
      signal.throwIfAborted()
    }
  }
  return pictures
}
