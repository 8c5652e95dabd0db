import type { Readable } from 'node:stream'
import { headOf, type Source } from './source'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1251'

export interface FoundEncoding {
  encoding: Encoding
  bom: boolean
}

const HEAD_BYTES = 1 << 18

function byMark(head: Buffer): FoundEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true }
  return undefined
}

/** UTF-16 without a mark: in any table separators and digits have a zero beside them, always on the same side. */
function byZeros(head: Buffer): Encoding | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (odd > half * 0.2 && even < odd / 10) return 'utf-16le'
  if (even > half * 0.2 && odd < even / 10) return 'utf-16be'
  return undefined
}

/** In Cyrillic text the letters above ASCII stand together; in Latin text they stand alone among others. */
function bySingleBytes(head: Buffer): Encoding {
  let together = 0
  let alone = 0
  for (let at = 0; at < head.length; at += 1) {
    if ((head[at] ?? 0) < 0xc0) continue
    if ((head[at - 1] ?? 0) >= 0xc0 || (head[at + 1] ?? 0) >= 0xc0) together += 1
    else alone += 1
  }
  return together > alone * 2 ? 'windows-1251' : 'windows-1252'
}

async function isUtf8(stream: Readable): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of stream) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  } finally {
    stream.destroy()
  }
}

/** The encoding of a whole source: a mark counts, then what all its bytes allow. */
export async function findEncoding(source: Source): Promise<FoundEncoding> {
  const head = await headOf(source, HEAD_BYTES)
  const marked = byMark(head)
  if (marked) return marked
  const wide = byZeros(head)
  if (wide) return { encoding: wide, bom: false }
  if (await isUtf8(await source.open())) return { encoding: 'utf-8', bom: false }
  return { encoding: bySingleBytes(head), bom: false }
}

/** Enough of the text to tell what kind of file it is. */
export function decodeHead(head: Buffer): FoundEncoding & { text: string } {
  const found = byMark(head) ?? { encoding: byZeros(head) ?? ('utf-8' as const), bom: false }
  return { ...found, text: new TextDecoder(found.encoding).decode(head, { stream: true }) }
}

/** `utf-16le+bom`, as it is shown. */
export const encodingName = ({ encoding, bom }: FoundEncoding): string => (bom ? `${encoding}+bom` : encoding)

/** The text of a source in pieces, without its mark. */
export async function* decoded(source: Source, { encoding }: FoundEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of await source.open()) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

export async function decodeWhole(source: Source): Promise<{ text: string; encoding: string }> {
  const found = await findEncoding(source)
  const parts: string[] = []
  for await (const part of decoded(source, found)) parts.push(part)
  return { text: parts.join(''), encoding: encodingName(found) }
}
