/** First and last byte of a part of a file, both included. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * What a `Range` header asks for. One range of bytes is served; several at once, or another unit, get the whole file, which
 * RFC 9110 allows.
 *
 * @returns undefined: the whole file; null: a range that the file does not have
 */
export function rangeOf(header: string | null, bytes: number): ByteRange | undefined | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const [from, to] = [found[1] ?? '', found[2] ?? '']
  if (from === '') {
    const count = Math.min(Number(to), bytes)
    return count === 0 ? null : { first: bytes - count, last: bytes - 1 }
  }
  const first = Number(from)
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return first > last ? null : { first, last }
}
