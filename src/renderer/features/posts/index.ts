import { FilePlus2 } from '@lucide/vue'
import { useApi } from '../../api'
import { defineFeature, useClientShell, useCommands, useNotices, useSaveState } from '../../app'
import { useContinueOffer } from './continue-offer.store'

export { default as ContinueLine } from './ContinueLine.vue'
export { takeFiles, type TakenFiles } from './take-files'
export { default as CountMark } from './CountMark.vue'
export { default as WritingField } from './WritingField.vue'
export { commentFieldOf, fieldCount } from './counting.rules'
export { useLeaveGuard } from './use-leave-guard'
export { useUnsavedWords } from './unsaved-words.store'
export { formatsOf } from './channel-formats.rules'
export { stateKey, toneOf } from './state-words.rules'

/** A post: its words, its channels, how they look there, what their networks would refuse. */
export const postsFeature = defineFeature({
  id: 'posts',
  routes: [
    {
      path: '/clients/:clientId/posts/:postId',
      name: 'post',
      component: () => import('./PostPage.vue'),
      props: (route) => ({ postId: String(route.params.postId) }),
      meta: { nav: 'calendar' }
    }
  ],
  setup({ router, pinia }) {
    // Made now, so that it knows when the app was started.
    useContinueOffer(pinia)
    const api = useApi()
    const shell = useClientShell(pinia)
    const notices = useNotices(pinia)
    const { track } = useSaveState(pinia)
    // The calendar has a command of its own, for the day in mind.
    const isOpen = (): boolean => shell.currentId !== undefined && shell.current?.archivedAt === null && router.currentRoute.value.name !== 'calendar'

    async function create(): Promise<void> {
      const clientId = shell.currentId
      if (clientId === undefined) return
      try {
        const post = await track(api.posts.create({ clientId }))
        await router.push({ name: 'post', params: { clientId, postId: post.id } })
      } catch (error) {
        notices.fail(error)
      }
    }
    useCommands(pinia).register([{ id: 'posts.new', titleKey: 'composer.command.new', icon: FilePlus2, group: 'composer.commands.group', shortcut: 'n', when: isOpen, run: create }])
  }
})
