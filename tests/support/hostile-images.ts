import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { animation, fourCorners, noise } from './images'

/** A file that should cost one error line, or be read like any other. */
export interface HostileImage {
  name: string
  fileName: string
  bytes: Buffer
  /** The error code; `read` where it is odd but whole. */
  expected: string
}

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(8 + data.length + 4)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), 8 + data.length)
  return out
}

/** A PNG that says it is as large as told and holds a few bytes. */
const pngSaying = (width: number, height: number, data: Buffer): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature, pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(data)), pngChunk('IEND', Buffer.alloc(0))
  ])
}

/** Changes the size that the frame header of a JPEG states. */
const jpegSaying = (jpeg: Buffer, width: number, height: number): Buffer => {
  const changed = Buffer.from(jpeg)
  const at = [0xc0, 0xc2].map((marker) => jpeg.indexOf(Buffer.from([0xff, marker]))).find((found) => found > 0) ?? 0
  changed.writeUInt16BE(height, at + 5)
  changed.writeUInt16BE(width, at + 7)
  return changed
}

const ftyp = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`), Buffer.alloc(4000, 1)])

const svg = (inside: string): Buffer =>
  Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inside}</svg>`)

const ENTITIES =
  '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' +
  '<svg xmlns="http://www.w3.org/2000/svg"><text>&c;</text></svg>'

const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))

const otherFormats = (): HostileImage[] => {
  const refused: [string, string, Buffer][] = [
    ['heic', 'format-heic', ftyp('heic')],
    ['heix', 'format-heic', ftyp('heix')],
    ['mp4', 'format-video', ftyp('isom')],
    ['mov', 'format-video', ftyp('qt  ')],
    ['webm', 'format-video', Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(99)])],
    ['psd', 'format-psd', Buffer.concat([Buffer.from('8BPS\0\u0001'), Buffer.alloc(99)])],
    ['bmp', 'format-bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(99, 1)])],
    ['ico', 'format-ico', Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0, 16, 16]), Buffer.alloc(99)])],
    ['jxl', 'format-jxl', Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.alloc(99)])],
    ['jp2', 'format-jp2', Buffer.concat([Buffer.from('0000000c6a5020200d0a870a0000001466747970', 'hex'), Buffer.from('jp2 '), Buffer.alloc(99)])],
    ['pdf', 'format-pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['eps', 'format-pdf', Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n')],
    ['svg', 'format-svg', svg('<rect width="9" height="9"/>')],
    ['zip', 'not-an-image', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(99)])],
    ['txt', 'not-an-image', Buffer.from('just some words')],
    ['html', 'not-an-image', Buffer.from('<!doctype html><p>hello</p>')]
  ]
  return refused.flatMap(([extension, detail, bytes]) => [
    { name: `${extension} by its own name`, fileName: `file.${extension}`, bytes, expected: `unsupported.${detail}` },
    { name: `${extension} named .jpg`, fileName: 'file.jpg', bytes, expected: `unsupported.${detail}` }
  ])
}

const dangerousSvgs = (): HostileImage[] =>
  [
    svg('<image href="file:///etc/passwd" width="9" height="9"/>'),
    svg('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'),
    Buffer.from(ENTITIES),
    Buffer.concat([Buffer.from('\ufeff'), svg('')]),
    Buffer.concat([Buffer.from(`<!-- ${'x'.repeat(3000)} -->`), svg('')])
  ]
    .map((bytes, index): HostileImage => ({
      name: `svg ${index + 1} named .png`, fileName: 'logo.png', bytes, expected: 'unsupported.format-svg'
    }))
    .concat({
      name: 'svgz named .png', fileName: 'logo.png', bytes: gzipSync(svg('')), expected: 'unsupported.not-an-image'
    })

const cutFiles = async (): Promise<HostileImage[]> => {
  const picture = noise(300, 200)
  const whole: [string, Buffer][] = [
    ['jpg', await picture.clone().jpeg().toBuffer()],
    ['progressive.jpg', await picture.clone().jpeg({ progressive: true }).toBuffer()],
    ['png', await picture.clone().png().toBuffer()],
    ['webp', await picture.clone().webp().toBuffer()],
    ['gif', await picture.clone().gif().toBuffer()],
    ['tiff', await picture.clone().tiff({ compression: 'lzw' }).toBuffer()],
    ['avif', await picture.clone().avif({ effort: 0 }).toBuffer()]
  ]
  return whole.flatMap(([extension, bytes]) =>
    [0.3, 0.6, 0.9].map((share) => ({
      name: `${extension} cut at ${share * 100} %`,
      fileName: `cut.${extension}`,
      bytes: cut(bytes, share),
      expected: 'corrupt.image'
    }))
  )
}

const bombs = async (): Promise<HostileImage[]> => {
  const jpeg = await fourCorners(64, 64).jpeg().toBuffer()
  const progressive = await fourCorners(64, 64).jpeg({ progressive: true }).toBuffer()
  const gif = await fourCorners(64, 64).gif().toBuffer()
  const large = 'unsupported.too-large'
  const wide = Buffer.from(gif)
  wide.writeUInt16LE(65535, 6)
  wide.writeUInt16LE(65535, 8)
  return [
    { name: 'png of 60000 x 60000', fileName: 'a.png', bytes: pngSaying(60000, 60000, Buffer.alloc(999)), expected: large },
    { name: 'png of 90 megapixels without data', fileName: 'a.png', bytes: pngSaying(10000, 9000, Buffer.alloc(999)), expected: 'corrupt.image' },
    { name: 'jpeg of 65500 x 65500', fileName: 'a.jpg', bytes: jpegSaying(jpeg, 65500, 65500), expected: large },
    { name: 'progressive jpeg of 16000 x 16000', fileName: 'a.jpg', bytes: jpegSaying(progressive, 16000, 16000), expected: large },
    { name: 'progressive jpeg of 64 megapixels without data', fileName: 'a.jpg', bytes: jpegSaying(progressive, 8000, 8000), expected: 'read' },
    { name: 'gif with a canvas of 65535 x 65535 and a small frame', fileName: 'a.gif', bytes: wide, expected: 'read' },
    { name: 'gif of 2,000 frames', fileName: 'a.gif', bytes: await animation(48, 48, 2000).gif({ effort: 1 }).toBuffer(), expected: large },
    { name: 'png of 1 x 60000', fileName: 'a.png', bytes: await fourCorners(1, 60000).png().toBuffer(), expected: 'read' },
    { name: 'png of 60000 x 1', fileName: 'a.png', bytes: await fourCorners(60000, 1).png().toBuffer(), expected: 'read' },
    { name: 'png of 1 x 1', fileName: 'a.png', bytes: await fourCorners(1, 1).png().toBuffer(), expected: 'read' }
  ]
}

const misnamed = async (): Promise<HostileImage[]> => {
  const picture = fourCorners(60, 40)
  const wrong = 'validation.wrong-extension'
  const jpeg = await picture.clone().jpeg().toBuffer()
  return [
    { name: 'png named .jpg', fileName: 'a.jpg', bytes: await picture.clone().png().toBuffer(), expected: wrong },
    { name: 'jpeg named .png', fileName: 'a.PNG', bytes: jpeg, expected: wrong },
    { name: 'jpeg named .mp4', fileName: 'a.mp4', bytes: jpeg, expected: wrong },
    { name: 'webp named .gif', fileName: 'a.gif', bytes: await picture.clone().webp().toBuffer(), expected: wrong },
    { name: 'jpeg named .JPEG', fileName: 'a.JPEG', bytes: jpeg, expected: 'read' },
    { name: 'jpeg without an extension', fileName: 'scan', bytes: jpeg, expected: 'read' },
    { name: 'empty file', fileName: 'a.jpg', bytes: Buffer.alloc(0), expected: 'validation.empty-file' },
    { name: 'start of a jpeg and nothing else', fileName: 'a.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]), expected: 'corrupt.image' },
    { name: 'jpeg with an archive behind it', fileName: 'a.jpg', bytes: Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004evil')]), expected: 'read' },
    { name: 'gif that is also a script', fileName: 'a.gif', bytes: Buffer.from('GIF89a/*\0\0\0\0\0*/=1;alert(1)'), expected: 'corrupt.image' },
    { name: 'zero bytes', fileName: 'a.jpg', bytes: Buffer.alloc(5000), expected: 'unsupported.not-an-image' }
  ]
}

/** Every hostile or odd file of the list. */
export const hostileImages = async (): Promise<HostileImage[]> => [
  ...otherFormats(),
  ...dangerousSvgs(),
  ...(await cutFiles()),
  ...(await bombs()),
  ...(await misnamed())
]
