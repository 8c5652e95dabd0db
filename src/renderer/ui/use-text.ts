import { getCurrentInstance } from 'vue'
import { useI18n } from 'vue-i18n'
import { createTranslator } from '@shared/i18n'
import type { MessageKey, MessageValues, Translator } from '@shared/i18n'

export type { MessageKey, MessageValues }

/** Sentences in the language of the interface. `values.n` picks the plural form. */
export function useText(): { t: Translator } {
  // Stores and the set-up of features run outside components, where vue-i18n has nothing to hold on to.
  if (!getCurrentInstance()) return { t: createTranslator(document.documentElement.lang || 'en') }
  const { t: translate } = useI18n({ useScope: 'global' })
  const t: Translator = (key, values = {}) =>
    typeof values.n === 'number' ? translate(key, values, values.n) : translate(key, values)
  return { t }
}
