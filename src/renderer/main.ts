import './api/zod-without-eval'
import './styles/main.css'
import App from './App.vue'
import { connectApi } from './api'
import { startApp, type FeatureDoor } from './app'
import { assetsFeature } from './features/assets'
import { renditionsFeature } from './features/renditions'

/** The features in the order in which they are set up. */
const doors: readonly FeatureDoor[] = [assetsFeature, renditionsFeature]

const connection = await connectApi()
const { client, state } = connection
const isOpen = state.value.kind !== 'ended'

await startApp({
  root: App,
  doors: isOpen ? doors : [],
  home: '/',
  preferences: {
    all: async () => (isOpen ? (await client.settings.all({})).settings : {}),
    put: (key, value) => client.settings.put({ key, value })
  }
})
