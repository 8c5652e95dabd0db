/**
 * A number from 0 to 1 that is always the same for the same words: figures of the demo look alive and never differ from run
 * to run. FNV-1a, then two rounds of mixing, since FNV alone leaves neighbors alike.
 */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const letter of words.join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000
}

/** A factor around 1, as far below as above: 0.6 gives 0.6 to 1.67. */
export const around = (least: number, ...words: readonly (string | number)[]): number => least ** (1 - 2 * chance(...words))
