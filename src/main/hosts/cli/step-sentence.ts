import type { HistoryStep } from '../../../shared/features/history/history.contract'
import { hasMessage, type Translator } from '../../../shared/i18n'

/** A step of the change log in words; one that has no sentence is told by the name of its operation. */
export function stepSentence(t: Translator, step: HistoryStep): string {
  const key = `history.step.${step.operation}`
  const count = step.data.count
  return hasMessage(key) ? t(key, { ...step.data, ...(typeof count === 'number' ? { n: count } : {}) }) : step.operation
}
