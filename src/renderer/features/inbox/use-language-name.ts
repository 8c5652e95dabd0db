import { useLocale } from '../../app'

/** The name of a language as the client's own calls it. */
export function useLanguageName(): (code: string) => string {
  const locale = useLocale()
  return (code) => {
    try {
      return new Intl.DisplayNames(locale.value, { type: 'language' }).of(code) ?? code
    } catch {
      return code
    }
  }
}
