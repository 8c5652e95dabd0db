import { cutToBytes, utf8Bytes } from './utf8'

/**
 * Bytes of one file or folder name. Disks take 255; the rest is left for a number (`_12`) and for the name that a file
 * goes by while it is written.
 */
export const MAX_NAME_BYTES = 200

/** Not allowed on Windows, or parting folders somewhere. */
const FORBIDDEN = /[<>:"/\\|?*]/g
/** Control characters, line and paragraph separators, halves of a surrogate pair, and code points that are no characters. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD]/gu
/**
 * Invisible characters: text direction, byte order mark, soft hyphen, tags. Two of them stay, because they hold emoji
 * and Indic letters together: the joiner U+200D and the non-joiner U+200C.
 */
const INVISIBLE = /(?![\u200C\u200D])\p{Cf}/gu
const SPACES = /\s+/gu
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/** Names that end in a dot or a space cannot be reached on Windows; ones that begin with a dot are hidden elsewhere. */
const trimmed = (name: string): string => name.replace(/^[\s.\u200C\u200D]+/u, '').replace(/[\s.\u200C\u200D]+$/u, '')

/** What a name may hold, without looking at its length; used for the values of tokens. */
export function legalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(CONTROLS, '_')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .normalize('NFC')
}

const ofLength = (stem: string, extension: string, maxBytes: number): string =>
  trimmed(cutToBytes(stem, Math.max(1, maxBytes - utf8Bytes(extension))))

/**
 * A file or folder name that is legal on Windows, macOS and Linux at once: composed (NFC), no reserved device, no dot or
 * space at its end, at most `maxBytes` bytes.
 *
 * @param extension kept whole, with its dot (`.jpg`); the name before it gives way
 */
export function legalName(text: string, { extension = '', maxBytes = MAX_NAME_BYTES } = {}): string {
  const stem = ofLength(trimmed(legalText(text)), extension, maxBytes - 1)
  const named = stem === '' ? '_' : stem
  // `con .jpg` is the device too: Windows overlooks the space.
  const device = DEVICE.test(named.replace(/ +(?=\.|$)/g, ''))
  return (device ? `_${named}` : named) + extension
}

/** Equal for names that some disk takes for one: composed or not, upper or lower case. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
