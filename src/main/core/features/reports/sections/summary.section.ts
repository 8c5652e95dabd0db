import { parseRichText, type RichText } from '../../../../../shared/features/reports/rich-text'
import { moved, unitOf } from '../../../../../shared/reports/blocks'
import type { ReportContext } from '../report-context'
import { findTotal } from './kpis.section'
import { rankPosts, titleOf } from './posts.section'

const told = ['seen', 'interactions', 'engagement_rate', 'followers', 'new_followers'] as const

/** Two asterisks of a name would be read as bold. */
const plain = (text: string): string => text.replaceAll('*', '∗')

/** What is said where nobody wrote a summary: the figures that moved and the post that did best. Facts, no judgment. */
export async function writeOwnSummary(context: ReportContext): Promise<RichText> {
  const { words, frame } = context
  const { t } = words
  const overview = await context.overview()
  const compared = frame.compared
  const lines = told.flatMap((metric) => {
    const found = findTotal(overview, metric)
    if (!found || found.total.now.value === null) return []
    const value = words.figure(found.total.now.value, unitOf(metric))
    const { change } = moved(words, found.total.change, compared !== undefined)
    if (change === null || !compared) return [t('report.summary.bare', { metric: words.metric(metric), value })]
    return [t('report.summary.figure', { metric: words.metric(metric), value, change, period: words.period(compared.from, compared.to) })]
  })
  if (lines.length === 0) return []
  const [best] = await rankPosts(context, { count: 1, metric: 'interactions' }, true)
  const value = best?.values.interactions
  const bestLine = best && value != null
    ? [t('report.summary.best', { metric: words.metricInside('interactions'), title: plain(titleOf(context, best, 90)), value: words.figure(value, unitOf('interactions')) })]
    : []
  const posts = overview.posts.count > 0 ? [t('report.summary.posts', { n: overview.posts.count })] : []
  return parseRichText([...posts, ...lines, ...bestLine].map((line) => `- ${line}`).join('\n'))
}
