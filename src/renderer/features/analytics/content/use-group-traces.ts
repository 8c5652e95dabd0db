import type { GroupsAnswer } from '@shared/features/analytics/content-analytics.contract'
import type { Period } from '@shared/features/analytics/periods'
import type { Grouping } from '@shared/features/analytics/post-groups'
import type { PostMetric } from '@shared/features/analytics/post-metrics'
import { useFormats } from '../../../app'
import { useText } from '../../../ui'
import type { TraceTarget } from '../analytics-panel.store'
import { useAnalyticsScope } from '../analytics-scope.store'
import { useTrace, type TraceAsk } from '../trace/use-trace'
import { useScopeWords } from '../use-scope-words'
import type { GroupRow } from './group-rows.rules'
import { useContentWords } from './use-content-words'

type Among = NonNullable<TraceAsk['among']>
type Estimate = NonNullable<GroupRow['estimate']>

/** Where figures of groups come from: of the period, and of the days that it is compared with. */
export function useGroupTraces(shown: () => { by: Grouping; metric: PostMetric; compared: GroupsAnswer['compared'] }) {
  const { t } = useText()
  const formats = useFormats()
  const scope = useAnalyticsScope()
  const words = useContentWords()
  const names = useScopeWords()
  const trace = useTrace()

  const comparedName = (name: string): string => {
    const { compared } = shown()
    return compared ? t('content.inDays', { name, days: names.days(compared) }) : name
  }
  const among = ({ key }: GroupRow): Among => ({ by: shown().by, key })
  const targetOf = (days: Period, of: Among, name: string, { value }: Estimate): TraceTarget => {
    const { metric } = shown()
    return { title: `${words.metric(metric)}, ${name}`, shown: words.figure(metric, value), isMiddle: true, ask: { metric, from: days.from, to: days.to, among: of } }
  }
  const postsOf = (days: Period, of: Among, name: string, count: number): TraceTarget =>
    ({ title: `${words.metric('posts')}, ${name}`, shown: formats.value.number(count), ask: { metric: 'posts', from: days.from, to: days.to, among: of } })
  /** A figure with what it is held against one step on. */
  function open(of: Among, name: string, now: Estimate | null, was: Estimate | null | undefined): void {
    const { compared } = shown()
    const before = compared && was ? targetOf(compared, of, comparedName(name), was) : undefined
    if (now) trace.open({ ...targetOf(scope.scope, of, name, now), ...(before && { before }) })
    else if (before) trace.open(before)
  }

  return {
    comparedName,
    figure: (row: GroupRow) => open(among(row), row.name, row.estimate, row.before?.estimate),
    posts: (row: GroupRow) => trace.open(postsOf(scope.scope, among(row), row.name, row.posts)),
    comparedFigure: (row: GroupRow) => open(among(row), row.name, null, row.before?.estimate),
    comparedPosts(row: GroupRow): void {
      const { compared } = shown()
      if (compared && row.before) trace.open(postsOf(compared, among(row), comparedName(row.name), row.before.posts))
    },
    /** All posts, of the period or of the compared days. */
    overall: (now: Estimate | null, was?: Estimate | null) => open({ by: 'period', key: '' }, t('content.group.all'), now, was)
  }
}
export type GroupTraces = ReturnType<typeof useGroupTraces>
