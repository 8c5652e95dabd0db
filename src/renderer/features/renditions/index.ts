import { Send } from '@lucide/vue'
import { defineFeature } from '../../app'

export { default as CropEditor } from './CropEditor.vue'
export { default as CropPicture } from './CropPicture.vue'
export { default as FocalRing } from './FocalRing.vue'
export { default as PlacementPicker } from './PlacementPicker.vue'
export { default as SafeZones } from './SafeZones.vue'
export { fitInto } from './crop-picture.layout'
export { shapedCrop } from './crop-editor.rules'
export { useExportDraft } from './export-draft.store'
export { framingFor, type Framing } from './framing.rules'
export { knownPlacements, suggestedPlacements } from './placement-groups.rules'
export { riskWords, wantsLook } from './risk-words.rules'
export { useFraming } from './use-framing'

/** Exports: placements and settings, the contact sheet, the job and its report. */
export const renditionsFeature = defineFeature({
  id: 'exports',
  routes: [
    { path: '/clients/:clientId/exports', name: 'exports', component: () => import('./ExportsPage.vue') },
    { path: '/clients/:clientId/exports/sheet', name: 'exports-sheet', component: () => import('./ContactSheetPage.vue'), meta: { nav: 'exports' } },
    { path: '/clients/:clientId/exports/history', name: 'exports-history', component: () => import('./ExportHistoryPage.vue'), meta: { nav: 'exports' } },
    { path: '/clients/:clientId/exports/jobs/:jobId', name: 'export-job', component: () => import('./ExportReportPage.vue'), meta: { nav: 'exports' } }
  ],
  nav: [{ id: 'exports', label: 'app.nav.exports', icon: Send, group: 'library', route: 'exports', needsClient: true, key: 'e', order: 20 }]
})
