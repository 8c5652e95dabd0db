import { count } from '../../../../../shared/charts/figure-format'
import { defaultsOf, type ReportMetric } from '../../../../../shared/features/reports/report-sections'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import { column, dayCell, figureCell, tableBlock, textCell } from '../../../../../shared/reports/blocks'
import type { Term } from '../../../../../shared/reports/report-data'
import { todayIn } from '../../../../../shared/time'
import { listSummaryMedia } from '../../posts'
import { requestOf, type ReportContext, type SectionWriter } from '../report-context'
import { listSourceFiles } from '../source-files.queries'
import { rankPosts, titleOf } from './posts.section'

/** A picture of the period where there is one: of the post that people did most with. */
export const writeCover: SectionWriter = async (context, { options }) => {
  if (!options.pictures) return [{ kind: 'cover', picture: null }]
  const posts = (await rankPosts(context, { count: 12, metric: 'interactions' }, true)).filter(({ planned }) => planned !== null)
  const media = await listSummaryMedia(context.db, posts.flatMap(({ planned }) => planned?.postId ?? []))
  for (const post of posts) {
    const sha256 = media.get(post.planned?.postId ?? '')?.sha256
    const source = sha256 ? await context.pictures.addAsset(sha256, 'page', context.signal) : undefined
    if (source) return [{ kind: 'cover', picture: { source, alt: context.words.t('report.posts.picture', { title: titleOf(context, post, 90) }) } }]
  }
  return [{ kind: 'cover', picture: null }]
}

/** Words of a person only. */
export const writeNothing: SectionWriter = () => Promise.resolve([])

/** Figures that the sections of the report speak of, in the order in which they come. */
function metricsOf({ report }: ReportContext): ReportMetric[] {
  const shown = report.sections.filter(({ on }) => on).flatMap((section): ReportMetric[] => {
    const { options } = requestOf(section)
    switch (section.kind) {
      case 'kpis':
        return [...(options.metrics ?? []), ...(options.chart && options.metric ? [options.metric] : [])]
      case 'channels':
        return ['seen', 'interactions', 'engagement_rate', 'followers', 'new_followers']
      case 'posts':
        return [options.metric ?? 'interactions', 'seen', 'reach', 'interactions', 'engagement_rate']
      case 'ads':
        return ['spend', 'impressions', 'link_clicks', 'results']
      case 'traffic':
        return ['sessions', 'users', 'conversions']
      default:
        return options.metric && defaultsOf[section.kind].metric ? [options.metric] : []
    }
  })
  return [...new Set(shown)]
}

/** What the figures of the report mean, with the formula that the client chose. */
export const writeGlossary: SectionWriter = (context) => {
  const { words, frame } = context
  const terms = metricsOf(context).map((metric): Term => ({
    term: words.metric(metric), text: words.t(`report.definition.${metric}`),
    formula: metric === 'engagement_rate' ? words.t('report.glossary.formula', { formula: words.formula(frame.formula) }) : null
  }))
  return Promise.resolve(terms.length === 0 ? [] : [{ kind: 'terms', terms }, { kind: 'note', text: words.t('report.glossary.missing') }])
}

/** The files that the figures were read from. */
export const writeSources: SectionWriter = async (context, { options }) => {
  const { words, names, frame, db } = context
  const { t } = words
  const files = await listSourceFiles(db, frame)
  if (files.length === 0) return []
  const columns = [
    column(t('report.column.file'), 2.6, 'left'), column(t('report.column.channel'), 1.3, 'left'), column(t('report.column.days'), 2.6, 'left'), column(t('report.column.rows'), 0.7),
    column(t('report.column.read'), 1.8, 'left')
  ]
  const rows = files.map((file) => [
    textCell(oneLine(file.name, 80)), textCell(names.channel(file)), textCell(file.from && file.to ? words.days(file.from, file.to) : ''),
    figureCell(words, file.rows, count), dayCell(words.instant(file.readAt), todayIn(words.zone, file.readAt))
  ])
  return [
    ...(options.table ? tableBlock(null, columns, rows) : []),
    { kind: 'note', text: `${t('report.sources.note')} ${t('report.sources.zone', { zone: frame.zone })}` }
  ]
}
