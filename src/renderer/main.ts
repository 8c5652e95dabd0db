import './styles/main.css'
import App from './App.vue'
import { connectApi } from './api'
import { startApp, type FeatureDoor } from './app'
import { accountsFeature } from './features/accounts'
import { assetsFeature } from './features/assets'
import { calendarFeature } from './features/calendar'
import { campaignsFeature } from './features/campaigns'
import { channelsFeature } from './features/channels'
import { clientsFeature } from './features/clients'
import { handOffFeature } from './features/hand-off'
import { historyFeature } from './features/history'
import { importsFeature } from './features/imports'
import { jobsFeature } from './features/jobs'
import { postsFeature } from './features/posts'
import { renditionsFeature } from './features/renditions'
import { settingsFeature } from './features/settings'
import { strategyFeature } from './features/strategy'
import { textsFeature } from './features/texts'

/** The features in the order in which they are set up. */
const doors: readonly FeatureDoor[] = [
  clientsFeature,
  historyFeature,
  jobsFeature,
  calendarFeature,
  importsFeature,
  assetsFeature,
  renditionsFeature,
  handOffFeature,
  postsFeature,
  campaignsFeature,
  accountsFeature,
  textsFeature,
  strategyFeature,
  channelsFeature,
  settingsFeature
]

const connection = await connectApi()
const { client, state } = connection
const isOpen = state.value.kind !== 'ended'

await startApp({
  root: App,
  doors: isOpen ? doors : [],
  home: '/clients',
  preferences: {
    all: async () => (isOpen ? (await client.settings.all({})).settings : {}),
    put: (key, value) => client.settings.put({ key, value })
  }
})
