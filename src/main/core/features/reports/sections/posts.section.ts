import type { PublishedPost } from '../../../../../shared/features/analytics/content-analytics.contract'
import { postMetrics, type PostMetric } from '../../../../../shared/features/analytics/post-metrics'
import type { ReportMetric, SectionOptions } from '../../../../../shared/features/reports/report-sections'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import { column, dayCell, figureCell, tableBlock, textCell, unitOf } from '../../../../../shared/reports/blocks'
import type { Block, Card, Cell, Picture } from '../../../../../shared/reports/report-data'
import type { ReportWords } from '../../../../../shared/reports/report-words'
import { todayIn } from '../../../../../shared/time'
import { formulaOf, listPostOrder, listPublishedPosts } from '../../content-analytics'
import { listSummaryMedia } from '../../posts'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'

const isPostMetric = (metric: ReportMetric): metric is PostMetric => (postMetrics as readonly string[]).includes(metric)
export const rankable = (metric: ReportMetric | undefined): PostMetric => (metric !== undefined && isPostMetric(metric) ? metric : 'interactions')

/** Posts of the period that have the figure, ranked by it. */
export async function rankPosts(context: ReportContext, options: SectionOptions, descending: boolean): Promise<PublishedPost[]> {
  const { db, core, workspace } = context
  const frame = frameFor(context, options)
  const [sort, formula] = [rankable(options.metric), await formulaOf(db)]
  const limit = options.count ?? 6
  const { ids } = await listPostOrder(db, { scope: { ...frame.period, filters: frame.filters }, zone: frame.zone, formula, sort, descending, search: '' }, { offset: 0, limit })
  const posts = await listPublishedPosts(db, core, workspace.id, ids, formula)
  return posts.filter(({ values }) => values[sort] != null)
}

export function titleOf({ words }: ReportContext, post: PublishedPost, most: number): string {
  const [title, text] = [oneLine(post.planned?.title || post.title, most), oneLine(post.text, most)]
  return title || text || words.t('report.posts.untitled')
}

/** The first picture of the post of the plan that it is. */
async function picturesOf(context: ReportContext, posts: readonly PublishedPost[]): Promise<Map<number, string>> {
  const media = await listSummaryMedia(context.db, posts.flatMap(({ planned }) => planned?.postId ?? []))
  const found = new Map<number, string>()
  for (const { subjectId, planned } of posts) {
    const sha256 = planned ? media.get(planned.postId)?.sha256 : undefined
    const source = sha256 ? await context.pictures.addAsset(sha256, 'card', context.signal) : undefined
    if (source) found.set(subjectId, source)
  }
  return found
}

const shownFigures = (metric: PostMetric): PostMetric[] => [...new Set<PostMetric>([metric, 'interactions', 'seen', 'engagement_rate'])].slice(0, 3)

function toCard(context: ReportContext, post: PublishedPost, metric: PostMetric, source: string | undefined): Card {
  const { words, names } = context
  const title = titleOf(context, post, 90)
  const picture: Picture | null = source ? { source, alt: words.t('report.posts.picture', { title }) } : null
  return {
    picture, title: title === oneLine(post.text, 90) && !picture ? '' : title, text: oneLine(post.text, 220),
    facts: `${names.channel(post)} · ${words.instant(post.publishedAt)}`,
    figures: shownFigures(metric).map((name) => ({ label: words.metric(name), text: words.figure(post.values[name], unitOf(name)) }))
  }
}

/** The day of a post by the clock of the client. */
function dayOf(words: ReportWords, publishedAt: string): Cell {
  const day = todayIn(words.zone, publishedAt)
  return dayCell(words.shortDay(day), day)
}

function postTable(context: ReportContext, title: string | null, posts: readonly PublishedPost[], metric: PostMetric): Block[] {
  const { words, names } = context
  const figures = [...new Set<PostMetric>([metric, 'seen', 'reach', 'interactions', 'engagement_rate'])].slice(0, 5)
  const columns = [
    column(words.t('report.column.post'), 3.2, 'left'), column(words.t('report.column.channel'), 1.5, 'left'), column(words.t('report.column.date'), 1.1, 'left'),
    ...figures.map((name) => column(words.metric(name), 1.2))
  ]
  const rows = posts.map((post) => [
    textCell(titleOf(context, post, 70)), textCell(names.channel(post)), dayOf(words, post.publishedAt),
    ...figures.map((name) => figureCell(words, post.values[name], unitOf(name)))
  ])
  return tableBlock(title, columns, rows)
}

/** The posts that did best by a figure, as cards and in figures, and those that did worst where it was asked. */
export const writePosts: SectionWriter = async (context, { options }) => {
  const { t, metricInside: nameOf } = context.words
  const metric = rankable(options.metric)
  const top = await rankPosts(context, options, true)
  if (top.length === 0) return []
  const sources = options.pictures ? await picturesOf(context, top) : new Map<number, string>()
  const title = t('report.posts.top', { metric: nameOf(metric) })
  const blocks: Block[] = []
  if (options.pictures) blocks.push({ kind: 'cards', title, cards: top.map((post) => toCard(context, post, metric, sources.get(post.subjectId))) })
  if (options.table || !options.pictures) blocks.push(...postTable(context, options.pictures ? t('report.posts.all') : title, top, metric))
  if (options.bottom) {
    const shown = new Set(top.map(({ subjectId }) => subjectId))
    const bottom = (await rankPosts(context, options, false)).filter(({ subjectId }) => !shown.has(subjectId))
    blocks.push(...postTable(context, t('report.posts.bottom', { metric: nameOf(metric) }), bottom, metric))
  }
  return blocks
}
