import { readFileSync } from 'node:fs'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** What a file holds, read by tools that are not sharp. */
export interface ReadBack {
  format: 'jpg' | 'png' | 'webp' | 'gif' | 'avif' | 'unknown'
  width: number
  height: number
  bytes: Buffer
  /** RGBA of a pixel; only for JPEG and PNG. */
  pixel: (x: number, y: number) => [number, number, number, number]
}

const noPixels = (): never => {
  throw new Error('no pixels for this format')
}

const pixelsOf = (width: number, data: Uint8Array) => (x: number, y: number): [number, number, number, number] => {
  const at = (y * width + x) * 4
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0]
}

const webpSize = (bytes: Buffer): { width: number; height: number } => {
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
}

const avifSize = (bytes: Buffer): { width: number; height: number } => {
  const at = bytes.indexOf('ispe', 0, 'latin1')
  return { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
}

/** Width and height as the frame header of a JPEG states them, without what they hold. */
function jpegSize(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return { width: 0, height: 0 }
}

/** Width and height by the header alone, where whole pictures would take long to read. */
export function readSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(bytes)
  const { width, height } = readBack(path)
  return { width, height }
}

/** Reads a file that was exported. */
export const readBack = (path: string): ReadBack => {
  const bytes = readFileSync(path)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const { width, height, data } = jpeg.decode(bytes, { maxMemoryUsageInMB: 2000, useTArray: true })
    return { format: 'jpg', width, height, bytes, pixel: pixelsOf(width, data) }
  }
  if (bytes.toString('latin1', 1, 4) === 'PNG') {
    const { width, height, data } = PNG.sync.read(bytes)
    return { format: 'png', width, height, bytes, pixel: pixelsOf(width, data) }
  }
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return { format: 'webp', ...webpSize(bytes), bytes, pixel: noPixels }
  if (bytes.toString('latin1', 0, 3) === 'GIF') {
    return { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), bytes, pixel: noPixels }
  }
  if (bytes.toString('latin1', 4, 12) === 'ftypavif') return { format: 'avif', ...avifSize(bytes), bytes, pixel: noPixels }
  return { format: 'unknown', width: 0, height: 0, bytes, pixel: noPixels }
}
