import { CheckCheck, Expand, Eye, Pencil, Send, Star, StarOff, Trash2, Undo2 } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { useClientShell, useCommands, useEscape } from '../../app'
import { useText, type MenuEntry } from '../../ui'
import { useExportDraft } from '../renditions'
import { useAssetList } from './asset-list.store'
import { useAssetSelection } from './asset-selection.store'
import { useAssetActions } from './use-asset-actions'

interface PageActions {
  open(): void
  look(): void
  rename(): void
  emptyTrash(): void
}

/** Everything that can be done to the selection: once for the menu, the bar, the palette and the keyboard. */
export function useSelectionCommands(page: PageActions): { entries: ComputedRef<MenuEntry[]> } {
  const { t } = useText()
  const router = useRouter()
  const shell = useClientShell()
  const list = useAssetList()
  const selection = useAssetSelection()
  const actions = useAssetActions()
  const draft = useExportDraft()
  const group = 'assets.commands.group'

  const some = (): boolean => selection.count > 0
  const one = (): boolean => selection.count === 1
  const inTrash = (): boolean => list.filter.trashed
  const allStarred = computed(() => selection.assets.length > 0 && selection.assets.every((asset) => asset.starred))
  const toggleStar = (): void => void actions.star(selection.ids, !allStarred.value)

  function exportThem(): void {
    draft.choosePictures(selection.ids)
    void router.push({ name: 'exports', params: { clientId: shell.currentId ?? '' } })
  }

  useCommands().register([
    { id: 'assets.selectAll', titleKey: 'assets.commands.selectAll', icon: CheckCheck, group, shortcut: 'mod+a', when: () => list.total > 0, run: () => selection.pickAll() },
    { id: 'assets.star', titleKey: 'assets.commands.star', icon: Star, group, shortcut: 's', when: () => some() && !inTrash(), run: toggleStar },
    { id: 'assets.export', titleKey: 'assets.commands.export', icon: Send, group, shortcut: 'e', when: () => some() && !inTrash(), run: exportThem },
    { id: 'assets.rename', titleKey: 'assets.commands.rename', icon: Pencil, group, shortcut: 'f2', when: () => one() && !inTrash(), run: page.rename },
    { id: 'assets.trash', titleKey: 'assets.commands.trash', icon: Trash2, group, shortcut: 'delete', aliases: ['backspace'], when: () => some() && !inTrash(), run: () => actions.trash(selection.ids) },
    { id: 'assets.restore', titleKey: 'assets.commands.restore', icon: Undo2, group, when: () => some() && inTrash(), run: () => actions.restore(selection.ids) }
  ])
  useEscape(() => {
    if (!some()) return false
    selection.clear()
    return true
  })

  const inLibrary = computed<MenuEntry[]>(() => [
    { id: 'open', label: t('assets.commands.open'), icon: Expand, shortcut: 'enter', disabled: !one(), run: page.open },
    { id: 'look', label: t('assets.commands.look'), icon: Eye, shortcut: 'space', run: page.look },
    { id: 'export', label: t('assets.commands.export'), icon: Send, shortcut: 'e', separator: true, run: exportThem },
    allStarred.value
      ? { id: 'unstar', label: t('assets.commands.unstar'), icon: StarOff, shortcut: 's', run: toggleStar }
      : { id: 'star', label: t('assets.commands.star'), icon: Star, shortcut: 's', run: toggleStar },
    { id: 'rename', label: t('assets.commands.rename'), icon: Pencil, shortcut: 'f2', disabled: !one(), run: page.rename },
    { id: 'trash', label: t('assets.commands.trash'), icon: Trash2, shortcut: 'delete', separator: true, run: () => void actions.trash(selection.ids) }
  ])
  const trashed = computed<MenuEntry[]>(() => [
    { id: 'look', label: t('assets.commands.look'), icon: Eye, shortcut: 'space', run: page.look },
    { id: 'restore', label: t('assets.commands.restore'), icon: Undo2, run: () => void actions.restore(selection.ids) },
    { id: 'empty', label: t('assets.trash.empty'), icon: Trash2, separator: true, run: page.emptyTrash }
  ])
  return { entries: computed(() => (inTrash() ? trashed.value : inLibrary.value)) }
}
