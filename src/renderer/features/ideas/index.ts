import { Lightbulb } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useCapture } from './capture.store'

export { default as CaptureIdea } from './CaptureIdea.vue'

/** Ideas: a board of three columns, and the line that writes one down from anywhere. */
export const ideasFeature = defineFeature({
  id: 'ideas',
  routes: [{ path: '/clients/:clientId/ideas', name: 'ideas', component: () => import('./IdeasPage.vue') }],
  nav: [{ id: 'ideas', label: 'ideas.title', icon: Lightbulb, group: 'plan', route: 'ideas', needsClient: true, key: 'i', order: 30 }],
  setup({ pinia }) {
    const shell = useClientShell(pinia)
    useCommands(pinia).register([
      {
        id: 'ideas.capture',
        titleKey: 'ideas.capture.command',
        icon: Lightbulb,
        group: 'ideas.title',
        shortcut: 'shift+i',
        when: () => shell.currentId !== undefined && shell.current?.archivedAt === null,
        run: () => (useCapture(pinia).open = true)
      }
    ])
  }
})
