/** Bytes a string takes in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The longest beginning of at most `maxBytes` bytes in UTF-8 that cuts no character a person sees as one. */
export function cutToBytes(text: string, maxBytes: number): string {
  if (utf8Bytes(text) <= maxBytes) return text
  let kept = ''
  let bytes = 0
  for (const { segment } of graphemes.segment(text)) {
    bytes += utf8Bytes(segment)
    if (bytes > maxBytes) break
    kept += segment
  }
  return kept
}
