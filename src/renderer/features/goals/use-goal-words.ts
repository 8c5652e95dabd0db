import { formatFigure } from '@shared/charts/figure-format'
import type { Goal } from '@shared/features/goals/goals.contract'
import { hasMessage } from '@shared/i18n'
import { useLocale } from '../../app'
import { useText } from '../../ui'
import { usePlanningLists } from '../calendar'

/** Goals in words: what is counted, of what, and how it stands. */
export function useGoalWords() {
  const { t } = useText()
  const locale = useLocale()
  const lists = usePlanningLists()
  const figure = (metric: string, value: number | null): string =>
    value === null ? '–' : formatFigure(locale.value, value, { kind: metric === 'engagement_rate' ? 'ratio' : 'count' })
  const metric = (name: string): string => {
    const own = `content.metric.${name}`
    if (hasMessage(own)) return t(own)
    const key = `metrics.${name}`
    return hasMessage(key) ? t(key) : name
  }
  const scope = (goal: Pick<Goal, 'channelId' | 'pillarId' | 'campaignId'>): string =>
    [lists.channelById.get(goal.channelId ?? '')?.name, lists.pillarById.get(goal.pillarId ?? '')?.name, lists.campaignById.get(goal.campaignId ?? '')?.name].filter(Boolean).join(' · ')
  return { figure, metric, scope }
}
