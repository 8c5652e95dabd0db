import { defineFeature } from '../../app'
import { useCrisisNow } from './crisis-now.store'

export { default as CrisisClients } from './CrisisClients.vue'
export { default as FrozenMark } from './FrozenMark.vue'
export { default as FrozenNotice } from './FrozenNotice.vue'
export { default as IncidentBanner } from './IncidentBanner.vue'
export { default as LevelMark } from './LevelMark.vue'
export { useCrisisNow } from './crisis-now.store'

/** What is open and frozen now: the banner over every screen of a client, and the marks at posts. */
export const freezesFeature = defineFeature({
  id: 'freezes',
  routes: [],
  nav: [],
  setup({ pinia }) {
    useCrisisNow(pinia).follow()
  }
})
