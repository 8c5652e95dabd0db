import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import type { MediaFacts } from '../../../../shared/media/facts'
import { SNIFF_BYTES, sniffVideo } from '../../../../shared/media/sniff-video'
import { isNamedFor, VIDEO_BYTES, type VideoFacts, type VideoFormat } from '../../../../shared/media/video'
import type { CoreServices } from '../../context'
import { readHead } from '../../files/read-head'
import type { NewAsset } from './assets.repository'
import { shapeOf } from './videos.repository'

/** What is known of a file before a person says anything about it. */
export interface Intake {
  row: Omit<NewAsset, 'id' | 'sha256' | 'bytes' | 'added_at' | 'file_name' | 'title'>
  /** Undefined for a picture. */
  video?: { facts: VideoFacts | undefined }
}

const ofPicture = (facts: MediaFacts): Intake => ({
  row: {
    alt_text: '',
    format: facts.format,
    width: facts.width,
    height: facts.height,
    frames: facts.frames,
    has_alpha: facts.hasAlpha ? 1 : 0,
    color_space: facts.colorSpace,
    placeholder: facts.placeholder,
    attention_x: facts.focal.x,
    attention_y: facts.focal.y
  }
})

/** Holds the place of a video's cover while it loads, in light and dark alike. */
const VIDEO_GROUND = '#2a2d33'

const ofVideo = (format: VideoFormat, facts: VideoFacts | undefined): Intake => ({
  row: { alt_text: '', format, ...shapeOf(facts), frames: 1, has_alpha: 0, color_space: '', placeholder: VIDEO_GROUND, attention_x: 0.5, attention_y: 0.5 },
  video: { facts }
})

async function checkVideo(path: string, name: string, format: VideoFormat): Promise<void> {
  const extension = extname(name).slice(1).toLowerCase()
  if (!isNamedFor(extension, format)) throw new AppError('validation.wrong-extension', { extension, format, rightExtension: format })
  const { size } = await stat(path)
  if (size > VIDEO_BYTES) throw new AppError('unsupported.too-large', { limit: 'bytes', found: size, allowed: VIDEO_BYTES })
}

/**
 * Says what a file is and what is known of it: of pictures by the media process, of videos by ffprobe where there is one.
 *
 * @throws AppError of the media process for what cannot be taken, `corrupt.video` for a video that cannot be read
 */
export async function readIntake(core: CoreServices, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<Intake> {
  // What cannot be opened at all is told of by the media process, as of any other file.
  const head = await readHead(path, SNIFF_BYTES).catch(() => undefined)
  const format = head && sniffVideo(head)
  if (!format) return ofPicture(await core.media.probe({ path, fileName: name }, { signal }))
  await checkVideo(path, name, format)
  const reading = await core.videos.read({ path, format }, signal)
  if (reading.state === 'refused') throw new AppError('corrupt.video', { format })
  return ofVideo(format, reading.state === 'read' ? reading.facts : undefined)
}
