import { BellOff, BellRing, Expand, PackageOpen } from '@lucide/vue'
import type { TodayItem } from '@shared/features/calendar/calendar.contract'
import { computed, type ComputedRef } from 'vue'
import { useText, type MenuEntry } from '../../ui'
import { useCrisisNow } from '../freezes'
import { useToday } from './today.store'

export type Snooze = '10-minutes' | '1-hour' | 'tomorrow'

interface TodayActions {
  open(item: TodayItem): unknown
  handOver(item: TodayItem): unknown
  snooze(item: TodayItem, until: Snooze | null): unknown
}

/** What can be done with the row under the pointer, in the words of its buttons. */
export function useTodayMenu(active: () => TodayItem | undefined, { open, handOver, snooze }: TodayActions): ComputedRef<MenuEntry[]> {
  const { t } = useText()
  const store = useToday()
  const crisis = useCrisisNow()

  /** Waits for a hand today, and nothing holds it back. */
  function waits(item: TodayItem): boolean {
    const { variantId, channelId, state } = item.entry
    const today = [...store.today.overdue, ...store.due, ...store.later].includes(item)
    return today && variantId !== null && crisis.holderIn(item.clientId, { id: variantId, channelId, state }) === undefined
  }

  return computed<MenuEntry[]>(() => {
    const item = active()
    if (!item) return []
    const disabled = !waits(item)
    const isSnoozed = item.snoozedUntil !== null && item.snoozedUntil > store.today.now
    return [
      { id: 'open', label: t('calendar.commands.open'), icon: Expand, shortcut: 'enter', run: () => void open(item) },
      { id: 'handOver', label: t('today.handOver'), icon: PackageOpen, shortcut: 'h', disabled, run: () => void handOver(item) },
      ...(['10-minutes', '1-hour', 'tomorrow'] as const).map((until, index) => ({
        id: until, label: t(`today.snooze.${until}`), icon: BellOff, separator: index === 0, disabled, ...(until === '1-hour' && { shortcut: 's' }), run: () => void snooze(item, until)
      })),
      ...(isSnoozed ? [{ id: 'awake', label: t('today.awake'), icon: BellRing, run: () => void snooze(item, null) }] : [])
    ]
  })
}
