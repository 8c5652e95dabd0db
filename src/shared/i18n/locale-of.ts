/** Parts of the world where English is read with days before months and a clock of 24 hours. */
const BRITISH = /^(?:Africa|Arctic|Atlantic|Europe)\//

/** What the locale of a client is read from. */
export interface LocaleSource {
  /** BCP 47 tags, first one first. */
  languages: readonly string[]
  /** IANA zone */
  zone: string
}

/**
 * The locale that dates and numbers of a client follow: that of its first language, or `otherwise` where there is no client.
 * English of no country would be American everywhere; where the client's clock hangs in Europe or Africa, it is British.
 */
export function localeOf(client: LocaleSource | undefined, otherwise: string): string {
  const [language] = client?.languages ?? []
  if (client === undefined || language === undefined) return otherwise
  return language === 'en' && BRITISH.test(client.zone) ? 'en-GB' : language
}
