import { ArrowLeftRight, CalendarPlus, CheckCheck, ChevronLeft, ChevronRight, CircleDot, Copy, Expand, Eye, MousePointerClick, PackageOpen, PanelRight, Plus, Repeat, Send, Trash2, Undo2 } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useCommands, useEscape } from '../../app'
import { useText, type MenuEntry, type MessageKey } from '../../ui'
import { VIEWS, useCalendar } from './calendar.store'
import { useCalendarSelection } from './calendar-selection.store'
import { nextToHandOver } from './hand-over.rules'
import { useMoveCommands } from './use-move-commands'
import { usePostActions } from './use-post-actions'

interface PageActions {
  create(): void
  look(): void
  open(): void
  repeat(): void
  jump(): void
  tray(): void
}

/** Everything the calendar can do, for the palette, the keyboard and the context menu. */
export function useCalendarCommands(page: PageActions): { entries: ComputedRef<MenuEntry[]> } {
  const { t } = useText()
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const actions = usePostActions()
  const moves = useMoveCommands()
  const group: MessageKey = 'calendar.commands.group'
  const ids = (): string[] => [...new Set(selection.subject.map((tile) => tile.postId))]
  const some = (): boolean => selection.subject.length > 0 && !calendar.readOnly
  const one = (): boolean => selection.subject.length === 1

  const toHandOver = (): string | undefined => (one() ? nextToHandOver((selection.subject[0]?.entries ?? []).map(({ variantId, state }) => ({ id: variantId, state }))) : undefined)

  function handOver(): void {
    const variantId = toHandOver()
    if (variantId !== undefined) actions.handOver(variantId)
  }
  async function trash(): Promise<void> {
    if (await actions.trash(ids())) selection.clear()
  }
  function toggle(): void {
    if (selection.activeId !== undefined) selection.pick(selection.activeId, { range: false, toggle: true })
  }

  useCommands().register([
    { id: 'calendar.new', titleKey: 'calendar.newPost', icon: Plus, group, shortcut: 'n', when: () => !calendar.readOnly, run: page.create },
    { id: 'calendar.today', titleKey: 'calendar.commands.today', icon: CalendarPlus, group, shortcut: 't', run: () => calendar.show(calendar.today) },
    { id: 'calendar.next', titleKey: 'calendar.next', icon: ChevronRight, group, shortcut: 'j', run: () => calendar.step(1) },
    { id: 'calendar.previous', titleKey: 'calendar.previous', icon: ChevronLeft, group, shortcut: 'k', run: () => calendar.step(-1) },
    { id: 'calendar.jump', titleKey: 'calendar.jump', icon: ArrowLeftRight, group, shortcut: 'shift+g', run: page.jump },
    { id: 'calendar.tray', titleKey: 'calendar.tray.toggle', icon: PanelRight, group, shortcut: 'b', run: page.tray },
    ...VIEWS.map((view, index) => ({ id: `calendar.view.${view}`, titleKey: `calendar.commands.${view}` as const, group, shortcut: String(index + 1), run: () => (calendar.view = view) })),
    { id: 'calendar.select', titleKey: 'calendar.commands.select', icon: MousePointerClick, group, shortcut: 'x', when: () => selection.active !== undefined, run: toggle },
    { id: 'calendar.selectAll', titleKey: 'calendar.commands.selectAll', icon: CheckCheck, group, shortcut: 'mod+a', when: () => calendar.tiles.length > 0, run: () => selection.pickAll(calendar.tiles.map((tile) => tile.id)) },
    { id: 'calendar.handOver', titleKey: 'calendar.commands.handOver', icon: Send, group, shortcut: 'h', when: () => toHandOver() !== undefined, run: handOver },
    { id: 'calendar.pack', titleKey: 'calendar.commands.pack', icon: PackageOpen, group, when: some, run: () => actions.pack(ids()) },
    { id: 'calendar.duplicate', titleKey: 'calendar.commands.duplicate', icon: Copy, group, shortcut: 'd', when: some, run: () => actions.duplicate(ids()) },
    { id: 'calendar.repeat', titleKey: 'calendar.commands.repeat', icon: Repeat, group, shortcut: 'r', when: () => some() && one(), run: page.repeat },
    { id: 'calendar.unschedule', titleKey: 'calendar.commands.unschedule', icon: Undo2, group, when: some, run: () => actions.unschedule(ids()) },
    { id: 'calendar.trash', titleKey: 'calendar.commands.trash', icon: Trash2, group, shortcut: 'delete', aliases: ['backspace'], when: some, run: trash }
  ])
  useEscape(() => {
    if (selection.count === 0) return false
    selection.clear()
    return true
  })

  const entries = computed<MenuEntry[]>(() => {
    if (selection.subject.length === 0) return [{ id: 'new', label: t('calendar.newPost'), icon: Plus, shortcut: 'n', disabled: calendar.readOnly, run: page.create }]
    return [
      { id: 'open', label: t('calendar.commands.open'), icon: Expand, shortcut: 'enter', disabled: !one(), run: page.open },
      { id: 'look', label: t('calendar.commands.look'), icon: Eye, shortcut: 'space', disabled: !one(), run: page.look },
      { id: 'handOver', label: t('calendar.commands.handOver'), icon: Send, shortcut: 'h', disabled: toHandOver() === undefined, run: handOver },
      { id: 'pack', label: t('calendar.commands.pack'), icon: PackageOpen, disabled: calendar.readOnly, run: () => void actions.pack(ids()) },
      { id: 'select', label: t('calendar.commands.select'), icon: CircleDot, shortcut: 'x', run: toggle },
      ...moves.value,
      { id: 'repeat', label: t('calendar.commands.repeat'), icon: Repeat, shortcut: 'r', separator: true, disabled: !one() || calendar.readOnly, run: page.repeat },
      { id: 'duplicate', label: t('calendar.commands.duplicate'), icon: Copy, shortcut: 'd', disabled: calendar.readOnly, run: () => void actions.duplicate(ids()) },
      { id: 'unschedule', label: t('calendar.commands.unschedule'), icon: Undo2, disabled: calendar.readOnly, run: () => void actions.unschedule(ids()) },
      { id: 'trash', label: t('calendar.commands.trash'), icon: Trash2, shortcut: 'delete', separator: true, disabled: calendar.readOnly, run: () => void trash() }
    ]
  })
  return { entries }
}
