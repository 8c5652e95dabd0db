import { CalendarArrowDown, CalendarArrowUp } from '@lucide/vue'
import { computed, onScopeDispose, watch, type ComputedRef } from 'vue'
import { useCommands } from '../../app'
import { useText, type MenuEntry, type MessageKey } from '../../ui'
import { useCalendar, type ViewName } from './calendar.store'
import { useCalendarSelection } from './calendar-selection.store'
import { moveKeys, type MoveName } from './move-keys.rules'
import { useMoveTiles } from './use-move-tiles'

const DAYS: Readonly<Record<MoveName, number>> = { dayEarlier: -1, dayLater: 1, weekEarlier: -7, weekLater: 7 }
const NAMES: readonly MoveName[] = ['dayEarlier', 'dayLater', 'weekEarlier', 'weekLater']

/** Moves by days and weeks, for the palette, the sheet of shortcuts and the context menu. On a tile the view takes the keys itself. */
export function useMoveCommands(): ComputedRef<MenuEntry[]> {
  const { t } = useText()
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const commands = useCommands()
  const { moveByDays } = useMoveTiles()
  const group: MessageKey = 'calendar.commands.group'
  const iconOf = (name: MoveName) => (DAYS[name] < 0 ? CalendarArrowUp : CalendarArrowDown)
  const possible = (): boolean => selection.subject.length > 0 && !calendar.readOnly && calendar.view !== 'grid'
  const shortcutOf = (name: MoveName, view: ViewName) => {
    const shortcut = moveKeys(view)[name]
    return shortcut === undefined ? {} : { shortcut }
  }

  function move(name: MoveName): void {
    void moveByDays(selection.subject, DAYS[name])
    if (selection.activeDay !== '' && !calendar.isInSight(selection.activeDay)) calendar.show(selection.activeDay)
  }

  let forget: () => void = () => undefined
  watch(
    () => calendar.view,
    (view) => {
      forget()
      forget = commands.register(NAMES.map((name) => ({ id: `calendar.${name}`, titleKey: `calendar.commands.${name}` as const, icon: iconOf(name), group, ...shortcutOf(name, view), when: possible, run: () => move(name) })))
    },
    { immediate: true }
  )
  onScopeDispose(() => forget())

  return computed(() =>
    calendar.view === 'grid'
      ? []
      : NAMES.map((name, index) => ({ id: name, label: t(`calendar.commands.${name}`), icon: iconOf(name), ...shortcutOf(name, calendar.view), separator: index === 0, disabled: !possible(), run: () => move(name) }))
  )
}
