import { useLocale } from '../../../app'
import { useText } from '../../../ui'
import { unitOf, useContentWords } from './use-content-words'

/** How far one figure is from another, in the unit of both. */
export function useDifferenceWords() {
  const { t } = useText()
  const locale = useLocale()
  const words = useContentWords()

  /** A difference with its sign; of a rate in points. */
  function signed(name: string, value: number): string {
    const { kind } = unitOf(name)
    if (kind === 'seconds') return `${value > 0 ? '+' : value < 0 ? '-' : ''}${words.figure(name, Math.abs(value))}`
    const isRate = kind === 'ratio'
    return new Intl.NumberFormat(locale.value, { signDisplay: 'exceptZero', maximumFractionDigits: isRate ? 2 : 0 }).format(isRate ? value * 100 : value)
  }
  /** `+420 (+38%)`, `+1.2 points`: a rate has no share of its own, which would be taken for points. */
  function difference(name: string, value: number, before: number): string {
    if (unitOf(name).kind === 'ratio') return t('content.difference.points', { points: signed(name, value) })
    if (before <= 0) return signed(name, value)
    return t('content.difference.share', { difference: signed(name, value), share: new Intl.NumberFormat(locale.value, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(value / before) })
  }

  return { signed, difference }
}
