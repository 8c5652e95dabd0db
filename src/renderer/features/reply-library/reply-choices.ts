import { computed, type ComputedRef } from 'vue'
import { useClientShell } from '../../app'
import { type ChoiceOption, useText } from '../../ui'
import { languageName, offeredLanguages } from '../clients'

/** Languages a text can be in: those of the client first, then those that are in use, then all that are offered. */
export function useLanguageChoices(used: () => readonly string[]): ComputedRef<ChoiceOption[]> {
  const { t } = useText()
  const shell = useClientShell()
  return computed(() => {
    const first = [...(shell.current?.languages ?? []), ...used().filter((tag) => tag !== '')]
    const rest = offeredLanguages.filter((tag) => !tag.includes('-')).toSorted((a, b) => languageName(a).localeCompare(languageName(b)))
    const tags = [...new Set<string>([...first, ...rest])]
    return [{ value: '', label: t('replies.language.all') }, ...tags.map((value) => ({ value, label: languageName(value) }))]
  })
}
