import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type/node'
import type { InputFormat } from '../../../shared/media/formats'
import type { MediaErrorCode } from '../../../shared/media/protocol'
import { readFailure } from './media-failure'

/** What the first bytes say a file is. */
export type Sniffed =
  | { kind: 'picture'; format: InputFormat; apngFrames: number }
  | { kind: 'refused'; code: MediaErrorCode; found: string }

const HEAD_BYTES = 64 * 1024

const PICTURES: Partial<Record<string, InputFormat>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/avif': 'avif'
}

const REFUSALS: Partial<Record<string, MediaErrorCode>> = {
  'image/heic': 'unsupported.format-heic',
  'image/heif': 'unsupported.format-heic',
  'image/heic-sequence': 'unsupported.format-heic',
  'image/heif-sequence': 'unsupported.format-heic',
  'image/vnd.adobe.photoshop': 'unsupported.format-psd',
  'image/bmp': 'unsupported.format-bmp',
  'image/x-icon': 'unsupported.format-ico',
  'image/jxl': 'unsupported.format-jxl',
  'image/jp2': 'unsupported.format-jp2',
  'image/jpx': 'unsupported.format-jp2',
  'image/jpm': 'unsupported.format-jp2',
  'image/mj2': 'unsupported.format-jp2',
  'application/pdf': 'unsupported.format-pdf',
  'application/postscript': 'unsupported.format-pdf',
  'application/eps': 'unsupported.format-pdf',
  'application/illustrator': 'unsupported.format-pdf',
  'image/x-canon-cr2': 'unsupported.format-raw',
  'image/x-canon-cr3': 'unsupported.format-raw',
  'image/x-nikon-nef': 'unsupported.format-raw',
  'image/x-sony-arw': 'unsupported.format-raw',
  'image/x-adobe-dng': 'unsupported.format-raw',
  'image/x-fujifilm-raf': 'unsupported.format-raw',
  'image/x-olympus-orf': 'unsupported.format-raw',
  'image/x-panasonic-rw2': 'unsupported.format-raw'
}

const readHead = async (path: string): Promise<Buffer> => {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readFailure(error)
  }
}

/** Frames that the animation control chunk of a PNG announces; 0 without one. */
const apngFrames = (head: Buffer): number => {
  const at = head.indexOf('acTL', 8, 'latin1')
  const before = head.indexOf('IDAT', 8, 'latin1')
  return at > 0 && (before < 0 || at < before) && at + 8 <= head.length ? head.readUInt32BE(at + 4) : 0
}

const looksLikeSvg = (head: Buffer): boolean => {
  const text = head.toString('utf8').replace(/^\ufeff/, '').trimStart()
  return text.startsWith('<') && /<svg[\s>]/i.test(text)
}

/** The index of a TIFF may lie at its end, so that a cut one is not known by more than this. */
const startsLikeTiff = (head: Buffer): boolean => ['49492a00', '4d4d002a'].includes(head.toString('hex', 0, 4))

/** Reads the first bytes of a file and says what they are. Throws `not-found.media-file`. */
export const sniff = async (path: string): Promise<Sniffed> => {
  const head = await readHead(path)
  if (looksLikeSvg(head)) return { kind: 'refused', code: 'unsupported.format-svg', found: 'svg' }
  const type = await fileTypeFromFile(path)
  if (!type && startsLikeTiff(head)) return { kind: 'picture', format: 'tiff', apngFrames: 0 }
  if (!type) return { kind: 'refused', code: 'unsupported.not-an-image', found: 'unknown' }
  const format = PICTURES[type.mime]
  if (format) return { kind: 'picture', format, apngFrames: format === 'png' ? apngFrames(head) : 0 }
  const video = type.mime.startsWith('video/')
  const code = REFUSALS[type.mime] ?? (video ? 'unsupported.format-video' : 'unsupported.not-an-image')
  return { kind: 'refused', code, found: type.ext }
}
