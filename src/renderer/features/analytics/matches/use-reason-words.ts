import type { MatchReason } from '@shared/features/figures/match-reasons'
import { useFormats } from '../../../app'
import { useText } from '../../../ui'

const MINUTES_A_DAY = 1440

/** Why two posts are thought to be the same, in words. */
export function useReasonWords(): (reason: MatchReason) => string {
  const { t } = useText()
  const formats = useFormats()
  return (reason) => {
    switch (reason.kind) {
      case 'time': {
        const minutes = Math.abs(Math.round(reason.minutes))
        if (minutes < 2) return t('matches.reason.sameMinute')
        if (minutes < MINUTES_A_DAY) return t('matches.reason.apart', { time: formats.value.duration(minutes * 60) })
        return t('matches.reason.days', { n: Math.round(minutes / MINUTES_A_DAY) })
      }
      case 'text':
        return t('matches.reason.text', { share: formats.value.percent(reason.share) })
      default:
        return t(`matches.reason.${reason.kind}`)
    }
  }
}
