/**
 * What a reader sees as an emoji. `RGI_Emoji` holds every sequence that Unicode recommends: families, flags, skin
 * tones, keycaps. It is written as text because the language level of this code base is older than the `v` flag,
 * which every host has.
 */
const RGI_EMOJI = String.raw`\p{RGI_Emoji}`
const emojiSequence = new RegExp(RGI_EMOJI, 'gv')

/** Letter-like signs that Unicode counts among the emoji and everybody writes as text. */
const TEXT_SIGNS: ReadonlySet<string> = new Set(['\u{A9}', '\u{AE}', '\u{2122}', '\u{2139}', '\u{24C2}'])

const emojiInside = /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u{FE0F}\u{20E3}]/u

/** Whether a grapheme cluster is shown as an emoji. A sign without the emoji selector is one as well, letter-like ones apart. */
export function isEmojiCluster(cluster: string): boolean {
  return !TEXT_SIGNS.has(cluster) && emojiInside.test(cluster)
}

/** Puts `single` in the place of every emoji made of several parts. */
export function mergeEmojiSequences(text: string, single: string): string {
  return text.replace(emojiSequence, (found) => (isJoined(found) ? single : found))
}

const JOINS = /\u{200D}|\p{Emoji_Modifier}/u

const isJoined = (emoji: string): boolean => JOINS.test(emoji)
