import type { HistoryStep } from '@shared/features/history/history.contract'
import { hasMessage, type Translator } from '@shared/i18n'

/** What a step was, in words: "12 assets moved to the trash". */
export function stepWords(step: Pick<HistoryStep, 'operation' | 'data'>, t: Translator): string {
  const key = `history.step.${step.operation}`
  const { count, ...rest } = step.data
  return hasMessage(key) ? t(key, { ...rest, n: typeof count === 'number' ? count : 1 }) : step.operation
}
