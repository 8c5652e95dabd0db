import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ZipFile } from 'yazl'
import { hashingTee } from './hashing-tee'

/** Ends an archive and writes it whole and synced at `part`. */
export async function writeArchive(zip: ZipFile, part: string, mode: number, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const { tee, taken } = hashingTee()
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  zip.end()
  await Promise.race([pipeline(zip.outputStream, tee, createWriteStream(part, { mode, flush: true }), { signal }), failed])
  return taken()
}
