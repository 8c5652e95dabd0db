/** Currencies offered first; all others the engine knows come after them. */
const usual = ['EUR', 'NOK', 'GBP', 'USD', 'SEK', 'DKK', 'CHF', 'PLN']

/** ISO 4217 codes, the usual ones first, and one that is set already. */
export function offeredCurrencies(current: string): string[] {
  return [...new Set([...usual, ...(current ? [current] : []), ...Intl.supportedValuesOf('currency')])]
}
