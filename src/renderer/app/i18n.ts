import { resolveWithKeyValue } from '@intlify/core-base'
import { messages } from '@shared/i18n'
import { createI18n } from 'vue-i18n'

/** The page's translator: the same catalogs as on the command line, flat keys, no message compiled to code. */
export function createPageI18n() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: { ...messages.en } },
    messageResolver: resolveWithKeyValue,
    missingWarn: false,
    fallbackWarn: false
  })
}
