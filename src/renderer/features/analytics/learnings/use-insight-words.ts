import type { InsightRow } from '@shared/features/analytics/content-analytics.contract'
import { useText } from '../../../ui'
import { type GroupKind, useContentWords } from '../content/use-content-words'

type Compared = Pick<InsightRow, 'metric' | 'network' | 'by' | 'key' | 'ratio' | 'group' | 'others'>

/** A difference as one sentence, with how sure it is and what it rests on. */
export function useInsightWords(): { sentence: (insight: Compared) => string; name: (by: GroupKind, key: string) => string } {
  const { t } = useText()
  const words = useContentWords()

  function sentence({ metric, network, by, key, ratio, group, others }: Compared): string {
    const values = {
      network: words.network(network),
      name: words.groupName(by, key),
      metric: words.metric(metric),
      times: words.times(ratio.value),
      value: words.figure(metric, group.value),
      other: words.figure(metric, others.value),
      low: words.times(ratio.low ?? ratio.value),
      high: words.times(ratio.high ?? ratio.value),
      count: group.n,
      otherCount: others.n
    }
    return t('insights.sentence', { what: t(`insights.by.${by}`, values), sure: t('insights.sure', values) })
  }
  return { sentence, name: words.groupName }
}
