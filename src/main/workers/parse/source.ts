import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { ParseError } from './parse-failure'

/** Bytes that can be read more than once: a file of the disk, or one of an archive. */
export interface Source {
  name: string
  /** As stated; what comes out of an archive is counted besides. */
  bytes: number
  open(): Promise<Readable>
}

export const fileSource = (path: string, name: string, bytes: number): Source => ({
  name,
  bytes,
  open: () => Promise.resolve(createReadStream(path, { highWaterMark: 1 << 18 }))
})

/** The first bytes of a source. */
export async function headOf(source: Source, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let have = 0
  const stream = await source.open()
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    have += (chunk as Buffer).length
    if (have >= length) break
  }
  stream.destroy()
  return Buffer.concat(chunks).subarray(0, length)
}

/** The whole of a source. @throws ParseError `unsupported.import-size` */
export async function readWhole(source: Source, limit: number, what: string): Promise<Buffer> {
  if (source.bytes > limit) throw new ParseError('unsupported.import-size', { what, limit })
  const chunks: Buffer[] = []
  let have = 0
  for await (const chunk of await source.open()) {
    have += (chunk as Buffer).length
    if (have > limit) throw new ParseError('unsupported.import-size', { what, limit })
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Size of a file. @throws ParseError `unavailable.parse-file` where it is no file */
export async function openFile(path: string, name: string): Promise<Source> {
  const file = await open(path, 'r')
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new ParseError('unavailable.parse-file', { reason: 'not-a-file' })
    return fileSource(path, name, facts.size)
  } finally {
    await file.close()
  }
}
