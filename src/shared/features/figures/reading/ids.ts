/** Ids of posts hold the time that they were made at. They are longer than a number of JavaScript can be: texts, always. */

const DIGITS = /^\d{1,25}$/
const LONGEST_LINK = 2000

/** `6.49E+17`: a spreadsheet rounded it, and the rest of its digits are lost. */
export const isDamagedId = (text: string): boolean => /^\d(?:[.,]\d{1,17})?e\+?\d{1,3}$/i.test(text)

/** The number in a link: `…/video/7527623001610156102`, `urn:li:activity:7407682070924059013`. */
export const idInLink = (link: string): string => /(\d{10,25})(?!.*\d{10})/.exec(link.slice(0, 500))?.[1] ?? ''

function decoded(link: string): string {
  const text = link.slice(0, LONGEST_LINK)
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const xIdIn = (link: string): string => /\/status(?:es)?\/(\d{1,25})(?!\d)/.exec(link.slice(0, LONGEST_LINK))?.[1] ?? ''
export const linkedinIdIn = (link: string): string => /(?:activity|share|ugcPost)[:-](\d{10,25})(?!\d)/.exec(decoded(link))?.[1] ?? ''
export const tiktokIdIn = (link: string): string => /\/(?:video|photo)\/(\d{10,25})(?!\d)/.exec(link.slice(0, LONGEST_LINK))?.[1] ?? idInLink(link)
/** Meta names the post in words where its facts could not be had. */
export const metaIdIn = (note: string): string => /content with ID (\d{5,25})(?!\d)/i.exec(note.slice(0, LONGEST_LINK))?.[1] ?? ''

const EARLIEST = Date.UTC(2004, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

/** 10^10 / 2^10: ids are cut into ten last digits and those before them, since numbers hold 53 bits. */
const TEN_DIGITS = 10
const PART = 9_765_625
const PART_BITS = 10
const MOST_BEFORE = Math.floor(Number.MAX_SAFE_INTEGER / PART) - 1

/** An id without its last bits, as a number. Exact; a table has a million of them, and big integers take ten times as long. */
function topBits(id: string, bits: number): number {
  const before = Number(id.slice(0, -TEN_DIGITS))
  if (before > MOST_BEFORE) return Number(BigInt(id) >> BigInt(bits))
  return Math.floor((before * PART + Math.floor(Number(id.slice(-TEN_DIGITS)) / 2 ** PART_BITS)) / 2 ** (bits - PART_BITS))
}

const DAY_MS = 86_400_000
const MIDNIGHT = 'T00:00:00.000Z'.length
let known = { day: Number.NaN, text: '' }

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** As `toISOString` says it; the day is worked out once for the posts of a day. */
function isoOf(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY_MS)
  if (day !== known.day) known = { day, text: new Date(day * DAY_MS).toISOString().slice(0, -MIDNIGHT) }
  const rest = milliseconds - day * DAY_MS
  const seconds = Math.floor(rest / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${known.text}T${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}:${digits(seconds % 60, 2)}.${digits(rest % 1000, 3)}Z`
}

function momentOf(id: string, bits: number, of: (value: number) => number): string | undefined {
  if (!DIGITS.test(id)) return undefined
  const milliseconds = of(topBits(id, bits))
  return milliseconds > EARLIEST && milliseconds < LATEST ? isoOf(milliseconds) : undefined
}

const SNOWFLAKE_EPOCH = 1_288_834_974_657
/** Before November 2010 ids were counted one by one and hold no time: those are below this. */
const FIRST_SNOWFLAKE = 100_000_000_000

/** When a post of X was made; undefined of ids from before 2010. */
export const xMoment = (id: string): string | undefined =>
  Number(id) > FIRST_SNOWFLAKE ? momentOf(id, 22, (value) => value + SNOWFLAKE_EPOCH) : undefined
export const linkedinMoment = (id: string): string | undefined => momentOf(id, 22, (value) => value)
export const tiktokMoment = (id: string): string | undefined => momentOf(id, 32, (value) => value * 1000)
