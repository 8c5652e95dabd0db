import { z } from 'zod'
import { figureColumns } from '../figures/figure-columns'
import { id } from '../../contract/base'

/** What a report can be made of. The order here is the one of the built-in template. */
export const sectionKinds = [
  'cover', 'summary', 'goals', 'kpis', 'channels', 'posts', 'pillars', 'campaigns', 'ads', 'traffic', 'community', 'learnings', 'next-steps', 'text',
  'glossary', 'sources'
] as const
export const sectionKind = z.enum(sectionKinds)
export type SectionKind = z.infer<typeof sectionKind>

/**
 * What a section is ranked and drawn by: a figure that has a column, views or impressions (`seen`), or what is worked out by the
 * formula of the client.
 */
export const reportMetrics = ['seen', ...figureColumns, 'interactions', 'engagement_rate'] as const
export const reportMetric = z.enum(reportMetrics)
export type ReportMetric = z.infer<typeof reportMetric>

/** The longest text of a section, in characters. */
export const LONGEST_TEXT = 20_000

/** Which of them a kind of section takes is said by `optionsOf`. Absent means what the kind has by itself (`defaultsOf`). */
export const sectionOptions = z.object({
  /** Posts, rows or cards that are shown, 1 to 30. */
  count: z.int().min(1).max(30).optional(),
  /** The figure that decides what is on top, or that the chart shows. */
  metric: reportMetric.optional(),
  /** Tiles, in their order. */
  metrics: z.array(reportMetric).min(1).max(12).optional(),
  /** Also those that did worst. */
  bottom: z.boolean().optional(),
  pictures: z.boolean().optional(),
  chart: z.boolean().optional(),
  table: z.boolean().optional(),
  /** None: all that the report has. */
  channelIds: z.array(id).max(100).optional()
})
export type SectionOptions = z.infer<typeof sectionOptions>
export type SectionOption = keyof SectionOptions

export const reportSection = z.object({
  /** Chosen by whoever adds it; unique in the report. */
  id,
  kind: sectionKind,
  on: z.boolean(),
  /** Empty: the title that the kind has in the language of the report. */
  title: z.string().max(200),
  /** Plain text: paragraphs, `- ` lists, `**bold**`. Nothing else is read as anything but text. */
  text: z.string().max(LONGEST_TEXT),
  options: sectionOptions
})
export type ReportSection = z.infer<typeof reportSection>

/** The options that a kind of section takes; the editor shows no others. */
export const optionsOf: Readonly<Record<SectionKind, readonly SectionOption[]>> = {
  cover: ['pictures'],
  summary: [],
  goals: ['chart'],
  kpis: ['metrics', 'chart', 'metric'],
  channels: ['metric', 'chart', 'table', 'channelIds'],
  posts: ['count', 'metric', 'bottom', 'pictures', 'table', 'channelIds'],
  pillars: ['metric', 'chart', 'table'],
  campaigns: ['metric', 'chart', 'table', 'count'],
  ads: ['chart', 'table', 'count'],
  traffic: ['chart', 'table', 'count'],
  community: ['chart', 'table', 'channelIds'],
  learnings: ['count'],
  'next-steps': [],
  text: [],
  glossary: [],
  sources: ['table']
}

export const defaultsOf: Readonly<Record<SectionKind, SectionOptions>> = {
  cover: { pictures: true },
  summary: {},
  goals: { chart: true },
  kpis: { metrics: ['seen', 'reach', 'interactions', 'engagement_rate', 'followers', 'new_followers', 'link_clicks', 'video_views'], metric: 'seen', chart: true },
  channels: { metric: 'seen', chart: true, table: true },
  posts: { count: 6, metric: 'interactions', bottom: false, pictures: true, table: true },
  pillars: { metric: 'engagement_rate', chart: true, table: true },
  campaigns: { metric: 'seen', count: 10, chart: true, table: true },
  ads: { count: 10, chart: true, table: true },
  traffic: { count: 10, chart: true, table: true },
  community: { chart: true, table: true },
  learnings: { count: 6 },
  'next-steps': {},
  text: {},
  glossary: {},
  sources: { table: true }
}

/** The options of a section with what it has by itself where nothing was chosen. */
export const settledOptions = ({ kind, options }: Pick<ReportSection, 'kind' | 'options'>): SectionOptions => ({ ...defaultsOf[kind], ...options })
