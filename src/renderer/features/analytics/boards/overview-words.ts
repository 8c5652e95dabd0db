import type { Overview } from '@shared/features/analytics/analytics.contract'
import type { FigureTotal } from '@shared/features/analytics/analytics.schema'
import type { useText } from '../../../ui'
import type { useFigureWords } from '../use-figure-words'

type Say = ReturnType<typeof useText>['t']
type Words = ReturnType<typeof useFigureWords>

/** A sentence, and the figure that it tells, where it tells one. */
export interface OverviewSentence {
  text: string
  total?: FigureTotal
  kind?: 'account' | 'post'
}

/** The answer in a few sentences: only what is known is said, and a change only where there is one. */
export function overviewSentences({ posts, days, followers, formula }: Overview, t: Say, words: Words): OverviewSentence[] {
  const find = (totals: readonly FigureTotal[], name: string): FigureTotal | undefined => totals.find((one) => one.name === name && one.now.value !== null)
  const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
  const change = (total: FigureTotal): string => small(words.change(total))
  const value = (total: FigureTotal): string => words.value(total.now.value, words.unitOf(total.name))
  const [seen, rate, gained] = [find(posts.totals, 'seen'), find(posts.totals, 'engagement_rate'), find(days.totals, 'new_followers')]
  const counted = posts.before === null ? t('analytics.answer.posts', { n: posts.count }) : t('analytics.answer.postsBefore', { n: posts.count, before: posts.before })
  const rates = { reach: 'analytics.answer.rate', views: 'analytics.answer.rateViews', followers: 'analytics.answer.rateFollowers' } as const
  const withChange = (text: string, total: FigureTotal): string => (total.before === null || total.change.kind === 'unknown' ? `${text.split(':')[0] ?? text}.` : text)
  const ofPosts = (text: string, total: FigureTotal): OverviewSentence => ({ text, total, kind: 'post' })
  const ofDays = (text: string, total: FigureTotal): OverviewSentence => ({ text, total, kind: 'account' })
  return [
    posts.count === 0 ? { text: t('analytics.answer.noPosts') } : ofPosts(counted, countOf(posts)),
    ...(seen && posts.count > 0 ? [ofPosts(seen.before === null || seen.change.kind === 'unknown' ? t('analytics.answer.seenOnly', { value: value(seen) }) : t('analytics.answer.seen', { value: value(seen), change: change(seen) }), seen)] : []),
    ...(rate && posts.count > 0 ? [ofPosts(withChange(t(rates[formula], { value: value(rate), change: change(rate) }), rate), rate)] : []),
    ...(followers ? [ofDays(withChange(t('analytics.answer.followers', { value: value(followers), change: change(followers) }), followers), followers)] : []),
    ...(!followers && gained ? [ofDays(withChange(t('analytics.answer.gained', { value: value(gained), change: change(gained) }), gained), gained)] : [])
  ]
}

/** How many posts there were, as a figure among the others. */
function countOf({ count, before }: Overview['posts']): FigureTotal {
  const sum = (value: number) => ({ value, known: value, expected: value })
  return { name: 'posts', now: sum(count), before: before === null ? null : sum(before), change: { kind: 'unknown' } }
}
