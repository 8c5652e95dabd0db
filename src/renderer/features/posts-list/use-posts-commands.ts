import { CheckCheck, CircleDot, Copy, Expand, PackageOpen, Send, Trash2, Undo2 } from '@lucide/vue'
import { computed, type ComputedRef, type Ref } from 'vue'
import { useClientShell, useCommands, useEscape } from '../../app'
import { useText, type MenuEntry, type MessageKey } from '../../ui'
import { nextToHandOver, usePostActions } from '../calendar'
import type { RowSelection } from '../records'
import { usePostsList } from './posts-list.store'

/** Everything that can be done to posts of the list: for the palette, the keyboard, the toolbar and the context menu alike. */
export function usePostsCommands(selection: RowSelection, active: Ref<number>) {
  const { t } = useText()
  const shell = useClientShell()
  const list = usePostsList()
  const actions = usePostActions()
  const group: MessageKey = 'postsList.title'
  const readOnly = computed(() => (shell.current?.archivedAt ?? null) !== null)
  /** What is chosen, else the row that the keyboard is on. */
  const ids: ComputedRef<string[]> = computed(() => {
    const one = list.postAt(active.value)?.id
    return selection.ids.value.length > 0 ? selection.ids.value : one === undefined ? [] : [one]
  })
  const only = computed(() => (ids.value.length === 1 ? ids.value[0] : undefined))
  const next = computed(() => (only.value === undefined || list.trashed ? undefined : nextToHandOver(list.known.get(only.value)?.variants ?? [])))
  const writable = computed(() => ids.value.length > 0 && !readOnly.value)

  const open = (): unknown => only.value !== undefined && !list.trashed && actions.open(only.value)
  const handOver = (): unknown => next.value !== undefined && actions.handOver(next.value)
  const pack = (): unknown => actions.pack(ids.value)
  const duplicate = (): unknown => actions.duplicate(ids.value)
  async function trash(): Promise<void> {
    if (await actions.trash(ids.value)) selection.clear()
  }
  async function restore(): Promise<void> {
    if (await actions.restore(ids.value)) selection.clear()
  }

  useCommands().register([
    { id: 'posts.selectAll', titleKey: 'calendar.commands.selectAll', icon: CheckCheck, group, shortcut: 'mod+a', when: () => list.total > 0, run: async () => selection.set(await list.allIds()) },
    { id: 'posts.select', titleKey: 'calendar.commands.select', icon: CircleDot, group, shortcut: 'x', when: () => active.value >= 0, run: () => selection.toggle(active.value) },
    { id: 'posts.handOver', titleKey: 'calendar.commands.handOver', icon: Send, group, shortcut: 'h', when: () => next.value !== undefined, run: handOver },
    { id: 'posts.pack', titleKey: 'calendar.commands.pack', icon: PackageOpen, group, when: () => writable.value && !list.trashed, run: pack },
    { id: 'posts.duplicate', titleKey: 'calendar.commands.duplicate', icon: Copy, group, shortcut: 'd', when: () => writable.value && !list.trashed, run: duplicate },
    { id: 'posts.trash', titleKey: 'calendar.commands.trash', icon: Trash2, group, shortcut: 'delete', aliases: ['backspace'], when: () => writable.value && !list.trashed, run: trash },
    { id: 'posts.restore', titleKey: 'postsList.restore', icon: Undo2, group, when: () => writable.value && list.trashed, run: restore }
  ])
  useEscape(() => {
    if (selection.ids.value.length === 0) return false
    selection.clear()
    return true
  })

  const entries = computed<MenuEntry[]>(() => {
    const select: MenuEntry = { id: 'select', label: t('calendar.commands.select'), icon: CircleDot, shortcut: 'x', disabled: active.value < 0, run: () => selection.toggle(active.value) }
    if (list.trashed) return [select, { id: 'restore', label: t('postsList.restore'), icon: Undo2, separator: true, disabled: !writable.value, run: () => void restore() }]
    return [
      { id: 'open', label: t('calendar.commands.open'), icon: Expand, shortcut: 'enter', disabled: only.value === undefined, run: open },
      { id: 'handOver', label: t('calendar.commands.handOver'), icon: Send, shortcut: 'h', disabled: next.value === undefined, run: handOver },
      { id: 'pack', label: t('calendar.commands.pack'), icon: PackageOpen, disabled: !writable.value, run: pack },
      { ...select, separator: true },
      { id: 'duplicate', label: t('calendar.commands.duplicate'), icon: Copy, shortcut: 'd', disabled: !writable.value, run: () => void duplicate() },
      { id: 'trash', label: t('calendar.commands.trash'), icon: Trash2, shortcut: 'delete', separator: true, disabled: !writable.value, run: () => void trash() }
    ]
  })
  return { readOnly, only, next, entries, handOver, restore }
}
