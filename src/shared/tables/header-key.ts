const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const SPACES = /\s+/g

/** What is compared of a header: soft hyphens, odd spaces, full-width signs and the case of letters tell nothing apart. */
export function headerKey(header: string): string {
  return header.slice(0, 300).normalize('NFKC').replace(INVISIBLE, '').replace(SPACES, ' ').trim().toLowerCase()
}

/** A column's name in words that differ in punctuation only: `Link(s) - Separated by comma` is `link s separated by comma`. */
export function looseKey(header: string): string {
  return headerKey(header).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
