import { accountsEn } from './accounts'
import { analyticsEn } from './analytics'
import { appEn } from './app'
import { assetsEn } from './assets'
import { ideasScreenEn } from './ideas-screen'
import { postsListEn } from './posts-list'
import { todayScreenEn } from './today-screen'
import { calendarScreenEn } from './calendar-screen'
import { calendarStepsEn } from './calendar-steps'
import { checksEn } from './checks'
import { checkMonthEn } from './check-month'
import { cliEn } from './cli'
import { contentAnalyticsEn } from './content-analytics'
import { contentErrorsEn } from './content-errors'
import { contentStepsEn } from './content-steps'
import { errorsEn } from './errors'
import { exportsEn } from './exports'
import { formulasEn } from './formulas'
import { exportsDueEn } from './exports-due'
import { figureImportCoreEn } from './figure-import-core'
import { figureImportsScreenEn } from './figure-imports-screen'
import { goalsEn } from './goals'
import { handOffEn } from './hand-off'
import { historyEn } from './history'
import { hostEn } from './host'
import { importsEn } from './imports'
import { inboxCoreEn } from './inbox-core'
import { peopleCoreEn } from './people-core'
import { peopleEn } from './people'
import { inboxAllScreenEn } from './inbox-all-screen'
import { inboxImportScreenEn } from './inbox-import-screen'
import { inboxPostsEn } from './inbox-posts'
import { inboxScreenEn } from './inbox-screen'
import { learningsEn } from './learnings'
import { matchesEn } from './matches'
import { mediaErrorsEn } from './media-errors'
import { menuEn } from './menu'
import { metricDefinitionsEn } from './metric-definitions'
import { metricsEn } from './metrics'
import { planExportEn } from './plan-export'
import { planningErrorsEn } from './planning-errors'
import { postsEn } from './posts'
import { postsPreviewEn } from './posts-preview'
import { postsScreenEn } from './posts-screen'
import { recordsEn } from './records'
import { renditionsEn } from './renditions'
import { repliesEn } from './replies'
import { reportsEn } from './reports'
import { reportsErrorsEn } from './reports-errors'
import { reportsScreenEn } from './reports-screen'
import { searchEn } from './search'
import { sessionEn } from './session'
import { strategyEn } from './strategy'
import { campaignsEn } from './campaigns'
import { careRulesEn } from './care-rules'
import { careEn } from './care'
import { channelsEn } from './channels'
import { clientsEn } from './clients'
import { incidentLogEn } from './incident-log'
import { incidentsEn } from './incidents'
import { jobsEn } from './jobs'
import { settingsEn } from './settings'
import { textsEn } from './texts'
import { uiEn } from './ui'

/**
 * The English catalog: flat, one file per feature, keys with the feature in front (`clients.create.title`).
 * Values: `{name}` is filled in, `one | many` is chosen by `{n}`.
 */
export const en = {
  ...accountsEn,
  ...analyticsEn,
  ...appEn,
  ...assetsEn,
  ...ideasScreenEn,
  ...postsListEn,
  ...todayScreenEn,
  ...calendarScreenEn,
  ...calendarStepsEn,
  ...checksEn,
  ...checkMonthEn,
  ...cliEn,
  ...contentAnalyticsEn,
  ...contentErrorsEn,
  ...contentStepsEn,
  ...errorsEn,
  ...exportsEn,
  ...formulasEn,
  ...exportsDueEn,
  ...figureImportCoreEn,
  ...figureImportsScreenEn,
  ...goalsEn,
  ...handOffEn,
  ...historyEn,
  ...hostEn,
  ...importsEn,
  ...inboxCoreEn,
  ...peopleCoreEn,
  ...peopleEn,
  ...careEn,
  ...careRulesEn,
  ...repliesEn,
  ...inboxAllScreenEn,
  ...inboxImportScreenEn,
  ...inboxPostsEn,
  ...inboxScreenEn,
  ...incidentLogEn,
  ...incidentsEn,
  ...learningsEn,
  ...matchesEn,
  ...mediaErrorsEn,
  ...menuEn,
  ...metricDefinitionsEn,
  ...metricsEn,
  ...planExportEn,
  ...planningErrorsEn,
  ...postsEn,
  ...postsPreviewEn,
  ...postsScreenEn,
  ...recordsEn,
  ...renditionsEn,
  ...reportsEn,
  ...reportsErrorsEn,
  ...reportsScreenEn,
  ...searchEn,
  ...sessionEn,
  ...strategyEn,
  ...campaignsEn,
  ...channelsEn,
  ...clientsEn,
  ...jobsEn,
  ...settingsEn,
  ...textsEn,
  ...uiEn
} as const
