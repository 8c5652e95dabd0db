import { createReadStream } from 'node:fs'
import { ZipFile } from 'yazl'
import { writeArchive } from '../../files/write-archive'

export interface ZipEntry {
  /** Absolute. */
  path: string
  /** Inside the archive, parted by `/`. */
  name: string
  bytes?: number
}

/** Pictures and videos are packed already. */
const PACKED = /\.(?:jpe?g|png|webp|avif|gif|pdf|mp4|m4v|mov|webm)$/i
/** From here on the archive needs the larger form of an entry. */
const LARGE = 4_000_000_000

/**
 * Writes an archive whole and synced; the same files at the same time make the same bytes.
 *
 * @param madeAt what all entries carry as their time, so that a pack made again is the same archive
 */
export async function writeZip(part: string, entries: readonly ZipEntry[], madeAt: Date, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const zip = new ZipFile()
  for (const { path, name, bytes: size = 0 } of entries) {
    // Opened one after another, when its turn has come.
    zip.addReadStreamLazy(name, { mtime: madeAt, mode: 0o100644, compress: !PACKED.test(name), forceZip64Format: size > LARGE }, (take) => take(null, createReadStream(path)))
  }
  return writeArchive(zip, part, 0o644, signal)
}
