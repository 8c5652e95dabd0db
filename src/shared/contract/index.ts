import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { analyticsContract } from '../features/analytics/analytics.contract'
import { annotationsContract } from '../features/analytics/annotations.contract'
import { contentAnalyticsContract } from '../features/analytics/content-analytics.contract'
import { assetsContract } from '../features/assets/assets.contract'
import { calendarContract, todayContract } from '../features/calendar/calendar.contract'
import { campaignsContract } from '../features/campaigns/campaigns.contract'
import { careRulesContract } from '../features/care-rules/care-rules.contract'
import { careContract } from '../features/care/care.contract'
import { channelsContract } from '../features/channels/channels.contract'
import { checksContract } from '../features/checks/checks.contract'
import { clientsContract } from '../features/clients/clients.contract'
import { exportsDueContract } from '../features/exports-due/exports-due.contract'
import { figureImportsContract } from '../features/figure-imports/figure-imports.contract'
import { goalsContract } from '../features/goals/goals.contract'
import { handOffContract } from '../features/hand-off/hand-off.contract'
import { historyContract } from '../features/history/history.contract'
import { importsContract } from '../features/imports/imports.contract'
import { inboxContract } from '../features/inbox/inbox.contract'
import { incidentsContract } from '../features/incidents/incidents.contract'
import { jobsContract } from '../features/jobs/jobs.contract'
import { learningsContract } from '../features/learnings/learnings.contract'
import { matchesContract } from '../features/figures/matches.contract'
import { peopleContract } from '../features/people/people.contract'
import { pillarsContract } from '../features/pillars/pillars.contract'
import { planExportContract } from '../features/plan-export/plan-export.contract'
import { postsContract } from '../features/posts/posts.contract'
import { renditionsContract } from '../features/renditions/renditions.contract'
import { repliesContract } from '../features/replies/replies.contract'
import { reportsContract } from '../features/reports/reports.contract'
import { searchContract } from '../features/search/search.contract'
import { settingsContract } from '../features/settings/settings.contract'
import { systemContract } from '../features/system/system.contract'
import { textsContract } from '../features/texts/texts.contract'

/** Every operation of the app. Hosts, screens and scripts hold this and nothing else of the core. */
export const contract = {
  system: systemContract,
  settings: settingsContract,
  clients: clientsContract,
  channels: channelsContract,
  pillars: pillarsContract,
  campaigns: campaignsContract,
  texts: textsContract,
  checks: checksContract,
  posts: postsContract,
  calendar: calendarContract,
  today: todayContract,
  search: searchContract,
  handOff: handOffContract,
  imports: importsContract,
  figureImports: figureImportsContract,
  exportsDue: exportsDueContract,
  assets: assetsContract,
  contentAnalytics: contentAnalyticsContract,
  matches: matchesContract,
  learnings: learningsContract,
  goals: goalsContract,
  planExport: planExportContract,
  renditions: renditionsContract,
  reports: reportsContract,
  analytics: analyticsContract,
  annotations: annotationsContract,
  inbox: inboxContract,
  care: careContract,
  replies: repliesContract,
  careRules: careRulesContract,
  people: peopleContract,
  incidents: incidentsContract,
  jobs: jobsContract,
  history: historyContract
}

export type AppContract = typeof contract
export type AppClient = ContractRouterClient<AppContract>
export type AppInputs = InferContractRouterInputs<AppContract>
export type AppOutputs = InferContractRouterOutputs<AppContract>
