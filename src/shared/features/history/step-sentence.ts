import { hasMessage, type Translator } from '../../i18n'
import type { HistoryStep } from './history.contract'

/** A step of the change log in words; one that has no sentence is told by the name of its operation. */
export function stepSentence(t: Translator, { operation, data }: Pick<HistoryStep, 'operation' | 'data'>): string {
  const key = `history.step.${operation}`
  return hasMessage(key) ? t(key, { ...data, ...(typeof data.count === 'number' && { n: data.count }) }) : operation
}
