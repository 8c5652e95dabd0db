const TITLES = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'mx', 'sir', 'fru', 'hr', 'herr', 'frau', 'dhr', 'mevr', 'mevrouw', 'sig', 'sigra', 'dott', 'dottssa', 'ing'])

/** A name as a person writes it, not a handle: `Zoe`, but not `zoe_b92`, `@zoe` or `ZOEFOTO24`. */
const isName = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word)

/** What to call somebody, by the name that the network shows; empty where that is a handle or tells nothing. */
export function firstNameOf(shown: string): string {
  const words = shown.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}'’._@\s-]/gu, ' ').trim().split(/\s+/u)
  const named = words.filter((word) => !TITLES.has(word.toLowerCase().replace(/\./g, '')))
  const [first = ''] = named
  if (!isName(first)) return ''
  // Capitals throughout are a way of writing, where they are not initials.
  const shouted = first.length > 2 && first === first.toUpperCase()
  return shouted ? `${first.slice(0, 1)}${first.slice(1).toLowerCase()}` : first
}
