import { join } from 'node:path'
import type { ReportGap, ReportOptions } from '../../../../shared/features/reports/reports.schema'
import type { ReportSection } from '../../../../shared/features/reports/report-sections'
import { drawnInBrand } from '../../../../shared/charts/brand-palette'
import { oneLine, parseRichText } from '../../../../shared/features/reports/rich-text'
import { readableColor, tintOf } from '../../../../shared/reports/readable-color'
import type { AgencyMark, Block, Mark, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { agencyLogoPath, getAgency, type StoredAgency } from './agency.service'
import { requestOf, type ReportContext } from './report-context'
import { sectionWriters, writeOwnSummary } from './sections'

export interface Collected {
  data: ReportData
  /** Sections that are on and had nothing to say. */
  gaps: ReportGap[]
}

const NEUTRAL = '#292524'

async function clientMark({ profile, workspace, pictures }: ReportContext, shown: boolean): Promise<Mark> {
  const { logoFile } = profile
  const logo = shown && logoFile ? await pictures.addFile(join(workspace.folders.renditions, 'logos', logoFile), `client-${logoFile}`) : undefined
  return { name: oneLine(profile.name, 120), color: profile.color, logo: logo ?? null }
}

async function agencyMark({ core, pictures }: ReportContext, agency: StoredAgency, shown: boolean): Promise<AgencyMark | null> {
  if (!shown || agency.name.trim() === '') return null
  const logo = agency.logoFile ? await pictures.addFile(agencyLogoPath(core, agency.logoFile), `agency-${agency.logoFile}`) : undefined
  const contact = agency.contact.split('\n').map((line) => oneLine(line, 120)).filter((line) => line !== '')
  return { name: oneLine(agency.name, 120), color: agency.color ?? NEUTRAL, logo: logo ?? null, contact }
}

function colorOf(choice: ReportOptions['color'], client: Mark, agency: StoredAgency): string {
  if (choice === 'neutral') return NEUTRAL
  return choice === 'agency' ? (agency.color ?? NEUTRAL) : client.color
}

async function collectSection(context: ReportContext, section: ReportSection): Promise<SectionData | undefined> {
  const blocks: Block[] = await sectionWriters[section.kind](context, requestOf(section))
  const written = parseRichText(section.text)
  const text = section.kind === 'summary' && written.length === 0 ? await writeOwnSummary(context) : written
  if (section.kind !== 'cover' && blocks.length === 0 && text.length === 0) return undefined
  const named = oneLine(section.title, 200) || (section.kind === 'cover' ? oneLine(context.report.title, 200) : '')
  return { id: section.id, kind: section.kind, title: named || context.words.t(`report.section.${section.kind}`), text, blocks }
}

/** Charts in the colors of whoever the report is from. */
const inBrand = (section: SectionData, accent: string): SectionData => ({
  ...section, blocks: section.blocks.map((block) => (block.kind === 'chart' ? { ...block, drawing: drawnInBrand(block.drawing, accent) } : block))
})

/** A report without a single figure or word says so, instead of being a cover alone. */
function emptySection({ words }: ReportContext): SectionData {
  return { id: 'empty', kind: 'text', title: words.t('report.section.summary'), text: parseRichText(words.t('report.empty')), blocks: [] }
}

async function collectSections(context: ReportContext): Promise<{ sections: SectionData[]; gaps: ReportGap[] }> {
  const gaps: ReportGap[] = []
  const sections: SectionData[] = []
  for (const section of context.report.sections.filter(({ on }) => on)) {
    context.signal?.throwIfAborted()
    const found = await collectSection(context, section)
    if (found) sections.push(found)
    else gaps.push({ kind: 'empty-section', data: { section: section.id, kind: section.kind, title: section.title } })
  }
  // Words on figures without any figure are no report either.
  const said = sections.some(({ kind }) => kind !== 'cover' && kind !== 'glossary' && kind !== 'sources')
  return { gaps, sections: said ? sections : [...sections.filter(({ kind }) => kind === 'cover'), emptySection(context)] }
}

/** Everything that the report shows, worked out from the figures of now. Pictures are copied beside the document. */
export async function collectReport(context: ReportContext): Promise<Collected> {
  const { core, report, words, frame } = context
  const { options } = report
  const stored = await getAgency(core)
  const [client, agency] = [await clientMark(context, options.clientMark), await agencyMark(context, stored, options.agencyMark)]
  const accent = readableColor(colorOf(options.color, client, stored))
  const { sections, gaps } = await collectSections(context)
  const period = words.period(report.from, report.to)
  const at = report.frozenAt ?? core.now()
  const data: ReportData = {
    version: 1,
    language: words.language, locale: words.locale,
    title: oneLine(report.title, 200) || words.t('report.documentTitle', { client: client.name, period }),
    client, agency, accent, tint: tintOf(accent),
    period: {
      // It stands alone, at the beginning of a line.
      label: `${period.slice(0, 1).toLocaleUpperCase(words.locale)}${period.slice(1)}`, days: words.days(report.from, report.to),
      compare: frame.compared ? words.t('report.compare', { period: words.period(frame.compared.from, frame.compared.to) }) : null
    },
    made: words.t('report.made', { date: words.instant(at) }),
    paper: options.paper === 'letter' ? 'us-letter' : 'a4',
    contents: options.contents ? words.t('report.contents') : null,
    page: words.t('report.page', { page: '{page}', pages: '{pages}' }),
    sections: sections.map((section) => inBrand(section, accent)),
    createdAt: at
  }
  return { data, gaps }
}
