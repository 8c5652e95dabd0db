import type { Overview } from '@shared/features/analytics/analytics.contract'
import type { FigureTotal } from '@shared/features/analytics/analytics.schema'
import type { useText } from '../../../ui'
import type { useFigureWords } from '../use-figure-words'

type Say = ReturnType<typeof useText>['t']
type Words = ReturnType<typeof useFigureWords>

/** The answer in a few sentences: only what is known is said, and a change only where there is one. */
export function overviewSentences({ posts, days, followers, formula }: Overview, t: Say, words: Words): string[] {
  const find = (totals: readonly FigureTotal[], name: string): FigureTotal | undefined => totals.find((one) => one.name === name && one.now.value !== null)
  const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
  const change = (total: FigureTotal): string => small(words.change(total))
  const value = (total: FigureTotal): string => words.value(total.now.value, words.unitOf(total.name))
  const [seen, rate, gained] = [find(posts.totals, 'seen'), find(posts.totals, 'engagement_rate'), find(days.totals, 'new_followers')]
  const counted = posts.before === null ? t('analytics.answer.posts', { n: posts.count }) : t('analytics.answer.postsBefore', { n: posts.count, before: posts.before })
  const rates = { reach: 'analytics.answer.rate', views: 'analytics.answer.rateViews', followers: 'analytics.answer.rateFollowers' } as const
  const withChange = (text: string, total: FigureTotal): string => (total.before === null || total.change.kind === 'unknown' ? `${text.split(':')[0] ?? text}.` : text)
  return [
    posts.count === 0 ? t('analytics.answer.noPosts') : counted,
    ...(seen && posts.count > 0 ? [seen.before === null || seen.change.kind === 'unknown' ? t('analytics.answer.seenOnly', { value: value(seen) }) : t('analytics.answer.seen', { value: value(seen), change: change(seen) })] : []),
    ...(rate && posts.count > 0 ? [withChange(t(rates[formula], { value: value(rate), change: change(rate) }), rate)] : []),
    ...(followers ? [withChange(t('analytics.answer.followers', { value: value(followers), change: change(followers) }), followers)] : []),
    ...(!followers && gained ? [withChange(t('analytics.answer.gained', { value: value(gained), change: change(gained) }), gained)] : [])
  ]
}
