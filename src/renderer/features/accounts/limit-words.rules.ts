import { hasMessage, type Translator } from '@shared/i18n'

/** The name of a limit: in words where there are some, else as the rule pack has it, readable: `ad.headline` is "ad headline". */
export function limitName(field: string, t: Translator): string {
  const key = `accounts.limit.${field}`
  if (hasMessage(key)) return t(key)
  const words = field.replaceAll('.', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
