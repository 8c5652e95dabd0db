import type { AppOutputs } from '../../../../shared/contract'
import { findNetwork } from '../../../../shared/channels/catalog'
import { sourceKey, type Source } from '../../../../shared/features/analytics/analytics.schema'
import type { AnalyticsFilters } from '../../../../shared/features/analytics/analytics-scope'
import { settledOptions, type ReportSection, type SectionOptions } from '../../../../shared/features/reports/report-sections'
import type { Report } from '../../../../shared/features/reports/reports.schema'
import { oneLine } from '../../../../shared/features/reports/rich-text'
import { reportWords, type ReportWords } from '../../../../shared/reports/report-words'
import type { Block } from '../../../../shared/reports/report-data'
import type { CoreServices, Reader } from '../../context'
import type { ClientProfile, Workspace } from '../../workspaces/workspaces.types'
import { frameOf, readOverview, type Frame } from '../analytics'
import { listCampaignRecords } from '../campaigns'
import { listChannels } from '../channels'
import { listPillars } from '../pillars'
import type { PictureFolder } from './report-pictures'

/** What the report is about, by name. */
export interface ReportNames {
  channel(source: Source): string
  network(network: string): string
  pillar(id: string): string
  campaign(id: string): string
}

/** All that the sections of one report draw on. */
export interface ReportContext {
  core: CoreServices
  workspace: Workspace
  db: Reader
  profile: ClientProfile
  report: Report
  frame: Frame
  words: ReportWords
  names: ReportNames
  pictures: PictureFolder
  signal: AbortSignal | undefined
  /** Worked out once for all sections. */
  overview(): Promise<AppOutputs['analytics']['overview']>
}

/** A section with its options settled. */
export interface SectionRequest {
  section: ReportSection
  options: SectionOptions
}

/** The blocks of a section; none: it has nothing to say, and is left out where nobody wrote anything. */
export type SectionWriter = (context: ReportContext, request: SectionRequest) => Promise<Block[]>

/** Names are those of people and networks: one line each, and not endless. */
const LONGEST_NAME = 60

const networkNames: Readonly<Record<string, string>> = { 'google-ads': 'Google Ads', ga4: 'Google Analytics' }
export const networkName = (network: string): string => networkNames[network] ?? findNetwork(network)?.name ?? network

async function namesOf(db: Reader, words: ReportWords): Promise<ReportNames> {
  const [channels, pillars, campaigns] = [await listChannels(db), await listPillars(db), await listCampaignRecords(db, { includeArchived: true })]
  const short = (name: string): string => oneLine(name, LONGEST_NAME)
  const byId = new Map(channels.map((one) => [one.id, one]))
  // The network alone, where the client has one channel on it.
  const often = new Map<string, number>()
  for (const { network, archivedAt } of channels) if (archivedAt === null) often.set(network, (often.get(network) ?? 0) + 1)
  const nameOf = new Map<string, string>([...pillars, ...campaigns].map(({ id, name }) => [id, short(name)]))
  return {
    network: networkName,
    channel(source) {
      const known = byId.get(source.channelId)
      if (!known) return networkName(source.network)
      return (often.get(known.network) ?? 0) > 1 ? short(`${networkName(known.network)} (${known.name})`) : networkName(known.network)
    },
    pillar: (id) => (id === '' ? words.t('report.pillars.none') : (nameOf.get(id) ?? words.t('report.channels.none'))),
    campaign: (id) => (id === '' ? words.t('report.campaigns.none') : (nameOf.get(id) ?? words.t('report.channels.none')))
  }
}

const filtersOf = (channelIds: readonly string[]): AnalyticsFilters => ({ channelIds: [...channelIds], pillarIds: [], campaignIds: [], formats: [], hashtags: [] })

export async function reportContext(core: CoreServices, workspace: Workspace, report: Report, pictures: PictureFolder, signal?: AbortSignal): Promise<ReportContext> {
  const profile = await workspace.profile()
  const words = reportWords(report.language, profile.zone)
  const frame = await frameOf(core, workspace, { from: report.from, to: report.to, compare: report.compare, filters: filtersOf(report.options.channelIds) })
  let overview: ReturnType<typeof readOverview> | undefined
  return {
    core, workspace, db: workspace.reader, profile, report, frame, words, pictures, signal,
    names: await namesOf(workspace.reader, words),
    overview: () => (overview ??= readOverview(frame))
  }
}

/** The frame of a section that is about some channels only. */
export const frameFor = ({ frame }: ReportContext, { channelIds = [] }: SectionOptions): Frame =>
  channelIds.length === 0 ? frame : { ...frame, filters: { ...frame.filters, channelIds } }

export const requestOf = (section: ReportSection): SectionRequest => ({ section, options: settledOptions(section) })

export { sourceKey }
