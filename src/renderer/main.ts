import './styles/main.css'
import App from './App.vue'
import type { AppClient } from '../shared/contract'
import { connectApi } from './api'
import { startApp, type FeatureDoor } from './app'
import { accountsFeature } from './features/accounts'
import { analyticsFeature } from './features/analytics'
import { assetsFeature } from './features/assets'
import { ideasFeature } from './features/ideas'
import { postsListFeature } from './features/posts-list'
import { todayFeature } from './features/today'
import { calendarFeature } from './features/calendar'
import { campaignsFeature } from './features/campaigns'
import { careFeature } from './features/care'
import { careRulesFeature } from './features/care-rules'
import { channelsFeature } from './features/channels'
import { checksFeature } from './features/checks'
import { clientsFeature } from './features/clients'
import { crisisFeature } from './features/crisis'
import { freezesFeature } from './features/freezes'
import { exportsDueFeature } from './features/exports-due'
import { handOffFeature } from './features/hand-off'
import { historyFeature } from './features/history'
import { importsFeature } from './features/imports'
import { inboxFeature } from './features/inbox'
import { jobsFeature } from './features/jobs'
import { peopleFeature } from './features/people'
import { planExportFeature } from './features/plan-export'
import { postsFeature } from './features/posts'
import { renditionsFeature } from './features/renditions'
import { replyLibraryFeature } from './features/reply-library'
import { reportsFeature } from './features/reports'
import { searchFeature } from './features/search'
import { settingsFeature } from './features/settings'
import { strategyFeature } from './features/strategy'
import { textsFeature } from './features/texts'

/** The features in the order in which they are set up. */
const doors: readonly FeatureDoor[] = [
  clientsFeature,
  historyFeature,
  jobsFeature,
  todayFeature,
  calendarFeature,
  postsListFeature,
  ideasFeature,
  freezesFeature,
  crisisFeature,
  exportsDueFeature,
  importsFeature,
  assetsFeature,
  renditionsFeature,
  checksFeature,
  handOffFeature,
  planExportFeature,
  postsFeature,
  campaignsFeature,
  inboxFeature,
  replyLibraryFeature,
  careRulesFeature,
  careFeature,
  analyticsFeature,
  reportsFeature,
  peopleFeature,
  accountsFeature,
  textsFeature,
  strategyFeature,
  channelsFeature,
  searchFeature,
  settingsFeature
]

const connection = await connectApi()
const { client, state } = connection
const isOpen = state.value.kind !== 'ended'

/** The calendar of the only client, or what waits today over several. */
async function firstScreen({ clients }: AppClient, hasSession: boolean): Promise<string> {
  const all = hasSession ? (await clients.list({ includeArchived: false })).clients : []
  const [only] = all
  if (!only) return '/clients'
  return all.length === 1 ? `/clients/${only.id}/calendar` : '/today'
}

await startApp({
  root: App,
  doors: isOpen ? doors : [],
  home: () => firstScreen(client, isOpen),
  preferences: {
    all: async () => (isOpen ? (await client.settings.all({})).settings : {}),
    put: (key, value) => client.settings.put({ key, value })
  }
})
