import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

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
  const hash = createHash('sha256')
  let bytes = 0
  const tee = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    }
  })
  for (const { path, name, bytes: size = 0 } of entries) {
    // Opened one after another, when its turn has come.
    zip.addReadStreamLazy(name, { mtime: madeAt, mode: 0o100644, compress: !PACKED.test(name), forceZip64Format: size > LARGE }, (take) => take(null, createReadStream(path)))
  }
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  zip.end()
  const written = pipeline(zip.outputStream, tee, createWriteStream(part, { mode: 0o644, flush: true }), { signal })
  await Promise.race([written, failed])
  return { sha256: hash.digest('hex'), bytes }
}
