import { addDays } from '../../time'

/** What may be done with an asset, as far as a person noted it. Days are `YYYY-MM-DD`. */
export interface AssetRights {
  license: string
  /** The line that names who made it. */
  credit: string
  /** Must stand in the text of a post. */
  creditRequired: boolean
  /** An address or words: where it comes from. */
  source: string
  /** The last day on which it may be shown; null: no end is known. */
  endsOn: string | null
  /** Who is shown and has a say; empty: nobody. */
  people: string
  /** The day they agreed; null: not yet. */
  consentOn: string | null
  /** Why it may go out although the above says otherwise; empty: it may not. */
  usedAnyway: string
}

/** Rights of which nothing was said. */
export const NO_RIGHTS: AssetRights = {
  license: '', credit: '', creditRequired: false, source: '', endsOn: null, people: '', consentOn: null, usedAnyway: ''
}

/** Days before the end of rights from which on it is told of. */
export const ENDING_DAYS = 30

/** Why an asset may not go out. */
export type RightsBlock = 'ended' | 'no-consent'

/**
 * What keeps an asset from going out on a day, whether or not a person lets it go out anyway.
 *
 * @param day `YYYY-MM-DD`
 */
export function rightsProblem({ endsOn, people, consentOn }: AssetRights, day: string): RightsBlock | undefined {
  if (endsOn !== null && endsOn < day) return 'ended'
  return people.trim() !== '' && consentOn === null ? 'no-consent' : undefined
}

/** What keeps an asset from going out on a day; undefined also where a person gave a reason to use it anyway. */
export function rightsBlock(rights: AssetRights | null, day: string): RightsBlock | undefined {
  return rights && rights.usedAnyway.trim() === '' ? rightsProblem(rights, day) : undefined
}

export type RightsState = 'ended' | 'no-consent' | 'ending' | 'fine'

/** What the library says of an asset on a day. */
export function rightsState(rights: AssetRights | null, day: string): RightsState {
  if (!rights) return 'fine'
  const problem = rightsProblem(rights, day)
  if (problem) return problem
  return isEnding(rights, day) ? 'ending' : 'fine'
}

/** The rights end on the day or within the thirty that follow. */
export const isEnding = ({ endsOn }: AssetRights, day: string): boolean => endsOn !== null && endsOn >= day && endsOn <= addDays(day, ENDING_DAYS)

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** Whether the line that names who made it stands in one of the texts; letter case and spaces do not matter. */
export function namesCredit(credit: string, texts: readonly string[]): boolean {
  const wanted = plain(credit)
  return wanted === '' || texts.some((text) => plain(text).includes(wanted))
}
