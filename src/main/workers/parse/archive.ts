import { Transform, type Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { ParseError } from './parse-failure'
import type { Source } from './source'

/** An archive opened for reading: nothing of it is ever written to the disk, so that names in it lead nowhere. */
export interface Archive {
  entries: ReadonlyMap<string, Entry>
  source(entry: Entry): Source
  close(): void
}

const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true }

/** Counts what comes out of one archive, over all its files and however often they are read. */
class InflatedCount {
  private bytes = 0
  constructor(private readonly packed: number) {}

  add(count: number): void {
    this.bytes += count
    if (this.bytes > PARSE_LIMITS.unpackedBytes) throw new ParseError('unsupported.import-bomb', { limit: PARSE_LIMITS.unpackedBytes })
    if (this.bytes > PARSE_LIMITS.ratioFrom && this.bytes > this.packed * PARSE_LIMITS.ratio) {
      throw new ParseError('unsupported.import-bomb', { limit: PARSE_LIMITS.ratio })
    }
  }
}

function counted(stream: Readable, count: InflatedCount): Readable {
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        count.add(chunk.length)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    }
  })
  stream.on('error', (error) => counter.destroy(error))
  counter.on('close', () => stream.destroy())
  return stream.pipe(counter)
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > PARSE_LIMITS.entries) throw new ParseError('unsupported.import-size', { what: 'entries', limit: PARSE_LIMITS.entries })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    // Two files of one name: which of them is meant nobody can tell.
    if (entries.has(entry.fileName)) throw new ParseError('corrupt.import', { detail: 'twin-entries' })
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  }
  return entries
}

async function openEntry(zip: ZipFile, entry: Entry, count: InflatedCount): Promise<Readable> {
  if (entry.isEncrypted()) throw new ParseError('unsupported.import-encrypted')
  if (entry.uncompressedSize > PARSE_LIMITS.unpackedBytes) throw new ParseError('unsupported.import-bomb', { limit: PARSE_LIMITS.unpackedBytes })
  return counted(await zip.openReadStreamPromise(entry), count)
}

const damaged = (cause: unknown): ParseError => (cause instanceof ParseError ? cause : new ParseError('corrupt.import', { detail: 'archive' }, { cause }))

async function asArchive(zip: ZipFile, packed: number): Promise<Archive> {
  const count = new InflatedCount(packed)
  try {
    const entries = await listEntries(zip)
    return {
      entries,
      source: (entry) => ({ name: entry.fileName, bytes: entry.uncompressedSize, open: () => openEntry(zip, entry, count) }),
      close: () => zip.close()
    }
  } catch (error) {
    zip.close()
    throw damaged(error)
  }
}

/** @throws ParseError `unsupported.import-size`, `corrupt.import` */
export async function openArchive(path: string, bytes: number): Promise<Archive> {
  if (bytes > PARSE_LIMITS.packedBytes) throw new ParseError('unsupported.import-size', { what: 'archive', limit: PARSE_LIMITS.packedBytes })
  const zip = await openPromise(path, OPTIONS).catch((error: unknown) => Promise.reject(damaged(error)))
  return asArchive(zip, bytes)
}

export async function openArchiveBytes(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, OPTIONS).catch((error: unknown) => Promise.reject(damaged(error)))
  return asArchive(zip, bytes.length)
}
