import { explain } from '../../errors/explain'
import { hasMessage, type Translator } from '../../i18n'
import type { OutgoingField, PackProblem } from './hand-off.contract'

/** What a field is called on screen, in the sheet and in lists: "Part 2", "Alt text, picture 1". */
export function fieldName({ kind, name, n }: Pick<OutgoingField, 'kind' | 'name' | 'n'>, t: Translator): string {
  if (kind === 'field') {
    const key = `handOff.field.${name}`
    return hasMessage(key) ? t(key) : name
  }
  return t(`handOff.kind.${kind}`, { number: n })
}

/** What stands in the way of a post, as a sentence. */
export function problemText({ kind, data }: PackProblem, t: Translator): string {
  if (kind === 'render') return `${String(data.file ?? '')}: ${explain(String(data.code ?? ''), data, t).what}`.trim()
  if (kind === 'not-ready') {
    const key = `handOff.state.${String(data.state)}`
    return t('handOff.problem.not-ready', { state: hasMessage(key) ? t(key) : String(data.state) })
  }
  return t(`handOff.problem.${kind}`, data)
}
