import { CalendarHeart, Leaf, ListChecks, SquareDashed } from '@lucide/vue'
import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useCommands } from '../../app'
import { useText, type MenuEntry, type MessageKey } from '../../ui'
import { useCalendar } from './calendar.store'
import { useWriting } from './use-writing'

interface More {
  dates(): void
  showFree: WritableComputedRef<boolean>
}

const MOST = 1000

/** What is done to the calendar as a whole: free slots filled, days of the client, what is shown. */
export function useMoreEntries({ dates, showFree }: More): { entries: ComputedRef<MenuEntry[]>; fill(ids: string[]): Promise<void> } {
  const { t } = useText()
  const api = useApi()
  const shell = useClientShell()
  const calendar = useCalendar()
  const { say, tell, attempt } = useWriting()
  const clientId = (): string => shell.currentId ?? ''
  const group: MessageKey = 'calendar.commands.group'

  /** Posts without a time into the next free slots, in the order given. */
  async function fill(ids: string[]): Promise<void> {
    const answer = await attempt(() => api.calendar.fillSlots({ clientId: clientId(), ids }))
    if (!answer) return
    if (answer.changed === 0) return tell(t('calendar.fill.none'))
    const filled = t('calendar.fill.done', { n: answer.changed })
    say(answer.without.length > 0 ? t('calendar.fill.rest', { filled, n: answer.without.length }) : filled)
  }

  async function fillAll(): Promise<void> {
    const found = await attempt(() => api.posts.list({ clientId: clientId(), stage: 'post', unplanned: true, sort: 'created', descending: false, limit: MOST }))
    if (!found) return
    if (found.posts.length === 0) tell(t('calendar.fill.nothing'))
    else await fill(found.posts.map((post) => post.id))
  }

  async function recycle(): Promise<void> {
    const { first, last } = calendar.days
    const answer = await attempt(() => api.calendar.recycle({ clientId: clientId(), fromDay: first, toDay: last }))
    if (!answer) return
    if (answer.made === 0) tell(t('calendar.recycle.none'))
    else say(t('calendar.recycle.done', { n: answer.made }))
  }

  const toggleFree = (): void => {
    showFree.value = !showFree.value
  }
  const writable = (): boolean => !calendar.readOnly

  useCommands().register([
    { id: 'calendar.fill', titleKey: 'calendar.fill.all', icon: ListChecks, group, when: writable, run: fillAll },
    { id: 'calendar.recycle', titleKey: 'calendar.recycle.action', icon: Leaf, group, when: writable, run: recycle },
    { id: 'calendar.freeSlots', titleKey: 'calendar.freeSlots', icon: SquareDashed, group, run: toggleFree },
    { id: 'calendar.dates', titleKey: 'calendar.dates.title', icon: CalendarHeart, group, run: dates }
  ])

  const entries = computed<MenuEntry[]>(() => [
    { id: 'fill', label: t('calendar.fill.all'), icon: ListChecks, disabled: calendar.readOnly, run: () => void fillAll() },
    { id: 'recycle', label: t('calendar.recycle.action'), icon: Leaf, disabled: calendar.readOnly, run: () => void recycle() },
    { id: 'freeSlots', label: t('calendar.freeSlots'), icon: SquareDashed, checked: showFree.value, separator: true, run: toggleFree },
    { id: 'dates', label: t('calendar.dates.title'), icon: CalendarHeart, run: dates }
  ])
  return { entries, fill }
}
