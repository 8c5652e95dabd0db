import { sectionKinds, type ReportSection, type SectionKind, type SectionOptions } from './report-sections'
import { reportOptions, type ReportTemplate } from './reports.schema'

type Part = SectionKind | [SectionKind, SectionOptions]

const sectionsOf = (parts: readonly Part[]): ReportSection[] =>
  parts.map((part): ReportSection => {
    const [kind, options] = typeof part === 'string' ? [part, {}] : part
    return { id: kind, kind, on: true, title: '', text: '', options }
  })

const monthly: readonly Part[] = sectionKinds.filter((kind) => kind !== 'text')

const recipes: Readonly<Record<string, readonly Part[]>> = {
  monthly,
  short: ['cover', 'summary', ['kpis', { chart: false }], ['posts', { count: 3, table: false }], 'next-steps', 'sources'],
  quarterly: [
    'cover', 'summary', 'goals', 'kpis', 'channels', ['posts', { count: 12 }], ['posts', { count: 5, bottom: true, pictures: false, metric: 'engagement_rate' }], 'pillars',
    'campaigns', 'ads', 'traffic', 'community', 'learnings', 'next-steps', 'glossary', 'sources'
  ],
  campaign: ['cover', 'summary', 'campaigns', 'kpis', ['posts', { count: 9 }], 'ads', 'learnings', 'next-steps', 'glossary', 'sources'],
  ads: ['cover', 'summary', 'ads', 'traffic', 'campaigns', 'next-steps', 'glossary', 'sources']
}

export const builtInTemplateIds = ['monthly', 'short', 'quarterly', 'campaign', 'ads'] as const
export type BuiltInTemplateId = (typeof builtInTemplateIds)[number]
export const fallbackTemplateId: BuiltInTemplateId = 'monthly'

/** A kind that comes twice has a number in its id. */
function numbered(sections: ReportSection[]): ReportSection[] {
  const seen = new Map<string, number>()
  return sections.map((section) => {
    const times = (seen.get(section.id) ?? 0) + 1
    seen.set(section.id, times)
    return times === 1 ? section : { ...section, id: `${section.id}-${times}` }
  })
}

/** The templates that every client has. They cannot be changed; a copy can. */
export const builtInTemplates: readonly ReportTemplate[] = builtInTemplateIds.map((id) => ({
  id, name: '', builtIn: true, isDefault: false, sections: numbered(sectionsOf(recipes[id] ?? monthly)), options: reportOptions.parse({})
}))
