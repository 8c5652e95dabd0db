import { analyticsHandlers, annotationsHandlers } from './features/analytics'
import { assetsHandlers } from './features/assets'
import { calendarHandlers, todayHandlers } from './features/calendar'
import { campaignsHandlers } from './features/campaigns'
import { careHandlers } from './features/care'
import { channelsHandlers } from './features/channels'
import { checksHandlers } from './features/checks'
import { clientsHandlers, getSummary } from './features/clients'
import { contentAnalyticsHandlers } from './features/content-analytics'
import { addDemo } from './features/demo'
import { exportsDueHandlers } from './features/exports-due'
import { figureImportsHandlers } from './features/figure-imports'
import { goalsHandlers } from './features/goals'
import { handOffHandlers } from './features/hand-off'
import { historyHandlers } from './features/history'
import { importsHandlers } from './features/imports'
import { careRulesHandlers, inboxHandlers } from './features/inbox'
import { incidentsHandlers } from './features/incidents'
import { jobsHandlers } from './features/jobs'
import { learningsHandlers } from './features/learnings'
import { matchesHandlers } from './features/matches'
import { peopleHandlers } from './features/people'
import { pillarsHandlers } from './features/pillars'
import { postsHandlers } from './features/posts'
import { planExportHandlers } from './features/plan-export'
import { renditionsHandlers } from './features/renditions'
import { repliesHandlers } from './features/replies'
import { reportsHandlers } from './features/reports'
import { searchHandlers } from './features/search'
import { settingsHandlers } from './features/settings'
import { systemHandlers } from './features/system'
import { textsHandlers } from './features/texts'
import { os } from './router-base'

const addDemoHandler = os.clients.addDemo.handler(async ({ context }) => {
  const { clientId, ...made } = await addDemo(context)
  return { client: await getSummary(context, clientId), ...made }
})

/** Every operation of the contract with its handler; the compiler misses one that is missing. */
export const router = os.router({
  system: systemHandlers,
  settings: settingsHandlers,
  clients: { ...clientsHandlers, addDemo: addDemoHandler },
  channels: channelsHandlers,
  pillars: pillarsHandlers,
  campaigns: campaignsHandlers,
  texts: textsHandlers,
  checks: checksHandlers,
  handOff: handOffHandlers,
  posts: postsHandlers,
  calendar: calendarHandlers,
  today: todayHandlers,
  search: searchHandlers,
  imports: importsHandlers,
  figureImports: figureImportsHandlers,
  exportsDue: exportsDueHandlers,
  assets: assetsHandlers,
  contentAnalytics: contentAnalyticsHandlers,
  matches: matchesHandlers,
  learnings: learningsHandlers,
  goals: goalsHandlers,
  planExport: planExportHandlers,
  renditions: renditionsHandlers,
  reports: reportsHandlers,
  analytics: analyticsHandlers,
  annotations: annotationsHandlers,
  inbox: inboxHandlers,
  care: careHandlers,
  replies: repliesHandlers,
  careRules: careRulesHandlers,
  people: peopleHandlers,
  incidents: incidentsHandlers,
  jobs: jobsHandlers,
  history: historyHandlers
})

export type CoreRouter = typeof router
