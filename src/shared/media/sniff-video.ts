import type { VideoFormat } from './video'

/** Bytes from the beginning of a file that are enough to tell. */
export const SNIFF_BYTES = 4096

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

/** Brands of the ISO container that hold something else: still pictures, camera raw, sound. */
const NOT_VIDEO = /^(?:avif|avis|mif1|msf1|heic|heix|hevc|hevx|heim|heis|hevm|hevs|jp2 |jpx |jpm |crx |M4A |M4B |M4P |F4A |F4B )$/
const QUICKTIME_ATOMS: ReadonlySet<string> = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])

function ofIsoFile(bytes: Uint8Array): VideoFormat | undefined {
  const brand = latin(bytes, 8, 12)
  if (NOT_VIDEO.test(brand)) return undefined
  if (brand === 'qt  ') return 'mov'
  return /^M4V/.test(brand) ? 'm4v' : 'mp4'
}

/**
 * What the first bytes of a file say, for the videos that the library takes; undefined for anything else. Files of old
 * cameras begin with an atom of QuickTime in the place of `ftyp`.
 */
export function sniffVideo(bytes: Uint8Array): VideoFormat | undefined {
  if (bytes.length < 12) return undefined
  const atom = latin(bytes, 4, 8)
  if (atom === 'ftyp') return ofIsoFile(bytes)
  if (QUICKTIME_ATOMS.has(atom)) return 'mov'
  const isEbml = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3
  return isEbml && latin(bytes, 0, 64).includes('webm') ? 'webm' : undefined
}
