/** Languages offered by name; any other BCP 47 tag that a workspace brings along is kept and shown by its name. */
export const offeredLanguages = [
  'en', 'nb', 'nn', 'it', 'nl', 'de', 'fr', 'es', 'pt', 'sv', 'da', 'fi', 'is', 'pl', 'cs', 'hu', 'ro', 'el', 'tr', 'uk', 'ru', 'ar', 'he',
  'hi', 'ja', 'ko', 'zh', 'en-GB', 'en-US', 'pt-BR'
] as const

/** "Norwegian Bokmål" for `nb`, in the language of the interface. */
export function languageName(tag: string, interfaceLanguage = 'en'): string {
  try {
    return new Intl.DisplayNames([interfaceLanguage], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
