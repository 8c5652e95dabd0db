import { ArrowRight, Copy, Expand, FilePlus2, Plus, Trash2 } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useCommands } from '../../app'
import { useText, type MenuEntry, type MessageKey } from '../../ui'
import { usePostActions, useWriting } from '../calendar'
import { useCapture } from './capture.store'
import { COLUMNS, useIdeas } from './ideas.store'

/** What can be done to the idea that the keyboard or the pointer is on: for the palette, the keyboard and the context menu. */
export function useIdeaCommands(activeId: () => string | undefined): ComputedRef<MenuEntry[]> {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const store = useIdeas()
  const capture = useCapture()
  const actions = usePostActions()
  const { say, attempt } = useWriting()
  const group: MessageKey = 'ideas.title'
  const active = computed(() => store.byId.get(activeId() ?? ''))
  const writable = (): boolean => active.value !== undefined && !store.readOnly
  const withIdea = (run: (id: string) => unknown) => () => active.value && run(active.value.id)

  const create = (): void => void (capture.open = true)
  /** A draft with its notes and pictures, and without a time yet. */
  const makePost = withIdea(async (id) => {
    if (await attempt(() => api.posts.updateMany({ clientId: shell.currentId ?? '', ids: [id], stage: 'post' }))) say(t('ideas.done.post'))
  })
  const duplicate = withIdea((id) => actions.duplicate([id]))
  const trash = withIdea((id) => actions.trash([id]))

  useCommands().register([
    { id: 'ideas.new', titleKey: 'ideas.new', icon: Plus, group, shortcut: 'n', when: () => !store.readOnly, run: create },
    { id: 'ideas.makePost', titleKey: 'ideas.makePost', icon: FilePlus2, group, shortcut: 'p', when: writable, run: makePost },
    { id: 'ideas.trash', titleKey: 'calendar.commands.trash', icon: Trash2, group, shortcut: 'delete', aliases: ['backspace'], when: writable, run: trash }
  ])

  return computed<MenuEntry[]>(() => {
    const idea = active.value
    const disabled = store.readOnly
    if (!idea) return [{ id: 'new', label: t('ideas.new'), icon: Plus, shortcut: 'n', disabled, run: create }]
    const columns = COLUMNS.filter((column) => column !== idea.ideaColumn)
    return [
      { id: 'open', label: t('calendar.commands.open'), icon: Expand, shortcut: 'enter', run: () => actions.open(idea.id) },
      { id: 'makePost', label: t('ideas.makePost'), icon: FilePlus2, shortcut: 'p', disabled, run: () => void makePost() },
      ...columns.map((column, index) => ({ id: column, label: t('ideas.moveTo', { column: t(`ideas.column.${column}`) }), icon: ArrowRight, separator: index === 0, disabled, run: () => void store.move(idea.id, column, null) })),
      { id: 'duplicate', label: t('calendar.commands.duplicate'), icon: Copy, separator: true, disabled, run: () => void duplicate() },
      { id: 'trash', label: t('calendar.commands.trash'), icon: Trash2, shortcut: 'delete', separator: true, disabled, run: () => void trash() }
    ]
  })
}
