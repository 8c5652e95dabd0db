import { defineFeature } from '../../app'
import { useDueList } from './due-list.store'

export { default as CoverageSection } from './CoverageSection.vue'
export { default as DueExports } from './DueExports.vue'
export { useDueList } from './due-list.store'
export { useGuides } from './use-exports-due'

/** Exports of the networks that are due: shown on Imports, on Today and at a channel. */
export const exportsDueFeature = defineFeature({
  id: 'exports-due',
  setup({ pinia }) {
    useDueList(pinia).follow()
  }
})
