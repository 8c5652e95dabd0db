import type { SectionKind } from '../../../../../shared/features/reports/report-sections'
import type { SectionWriter } from '../report-context'
import { writeAds } from './ads.section'
import { writeCampaigns } from './campaigns.section'
import { writeChannels } from './channels.section'
import { writeCommunity } from './community.section'
import { writeGoals } from './goals.section'
import { writeKpis } from './kpis.section'
import { writeLearnings } from './learnings.section'
import { writePillars } from './pillars.section'
import { writeCover, writeGlossary, writeNothing, writeSources } from './plain.sections'
import { writePosts } from './posts.section'
import { writeTraffic } from './traffic.section'

export { writeOwnSummary } from './summary.section'

/** Who writes which section. */
export const sectionWriters: Readonly<Record<SectionKind, SectionWriter>> = {
  cover: writeCover,
  summary: writeNothing,
  goals: writeGoals,
  kpis: writeKpis,
  channels: writeChannels,
  posts: writePosts,
  pillars: writePillars,
  campaigns: writeCampaigns,
  ads: writeAds,
  traffic: writeTraffic,
  community: writeCommunity,
  learnings: writeLearnings,
  'next-steps': writeNothing,
  text: writeNothing,
  glossary: writeGlossary,
  sources: writeSources
}
