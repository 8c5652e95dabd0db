import { entriesOf } from '@shared/features/calendar/calendar-entries'
import { wallTimeOf } from '@shared/time'
import { computed, nextTick } from 'vue'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText } from '../../ui'
import { useCalendar } from './calendar.store'
import { useCalendarSelection } from './calendar-selection.store'
import type { CalendarTile } from './calendar-tiles.rules'
import { useDayFormats } from './day-formats'
import { usePostFaces } from './post-faces.store'
import { usePostFilter } from './post-filter.store'
import { channelOfQueue, neighborIn, placeInQueue, queueOf, variantOn } from './queue-order.rules'
import { useWriting } from './use-writing'

/** How far ahead is looked for the post that follows the last one shown. */
const AHEAD_DAYS = 366
const DAY = 86_400_000

/**
 * The order of what is to come on one channel, in the list that shows that channel alone. Posts share out the times that they
 * have; what was handed over or published keeps its own.
 */
export function useQueueOrder() {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const formats = useDayFormats()
  const filter = usePostFilter()
  const faces = usePostFaces()
  const { say, tell, attempt } = useWriting()

  const channelId = computed(() => (calendar.view === 'list' && !calendar.readOnly ? channelOfQueue(filter.filter) : undefined))
  const queue = computed(() => (channelId.value === undefined ? [] : queueOf(calendar.tiles, channelId.value, calendar.now)))
  const isQueued = (tile: CalendarTile): boolean => queue.value.includes(tile)

  /** The post after the last one shown; undefined where none follows. */
  async function followerOf(tile: CalendarTile, channel: string): Promise<string | undefined> {
    const from = new Date(Date.parse(tile.instant) + 1).toISOString()
    const to = new Date(Date.parse(from) + AHEAD_DAYS * DAY).toISOString()
    const { posts } = await api.calendar.entries({ clientId: shell.currentId ?? '', channelIds: [channel], from, to })
    return entriesOf(posts).find((entry) => entry.channelId === channel && entry.variantId !== null)?.variantId ?? undefined
  }

  async function write(tile: CalendarTile, channel: string, variantId: string, before: () => Promise<string | null>): Promise<void> {
    const followed = variantOn(tile, channel)
    const answer = await calendar.writeAhead(
      (entry) => entry,
      () => attempt(async () => api.calendar.moveInQueue({ clientId: shell.currentId ?? '', channelId: channel, variantId, beforeId: await before() }))
    )
    if (!answer || answer.changed === 0) return
    const now = calendar.tiles.find((one) => variantOn(one, channel) === followed)
    if (!now) return
    const seen = wallTimeOf(now.instant, calendar.zone)
    selection.focusOn(seen.date, now.id)
    say(t('calendar.done.movedTo', { name: faces.nameOf(tile) || t('calendar.untitled'), spot: t('calendar.spot', { day: formats.value.short(seen.date), time: formats.value.clock(seen.time) }) }))
    await nextTick()
    document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(now.id)}"]`)?.focus()
  }

  const stays = (tile: CalendarTile): void => tell(t('calendar.fixed', { name: faces.nameOf(tile) || t('calendar.untitled') }))

  /** One place up or down: it changes places with its neighbor in the queue. */
  async function step(tile: CalendarTile, by: -1 | 1): Promise<void> {
    const channel = channelId.value
    if (channel === undefined) return
    if (!isQueued(tile)) return stays(tile)
    const neighbor = neighborIn(queue.value, tile, by)
    const [own, other] = [variantOn(tile, channel), neighbor && variantOn(neighbor, channel)]
    if (own === undefined || other === undefined) return
    await (by === -1 ? write(tile, channel, own, () => Promise.resolve(other)) : write(tile, channel, other, () => Promise.resolve(own)))
  }

  /** Takes the place of another: those between close up. */
  async function take(tile: CalendarTile, targetId: string): Promise<void> {
    const channel = channelId.value
    const target = queue.value.find((one) => one.id === targetId)
    if (channel === undefined || tile.id === targetId) return
    if (!isQueued(tile) || !target) return stays(isQueued(tile) ? (calendar.tiles.find(({ id }) => id === targetId) ?? tile) : tile)
    const own = variantOn(tile, channel)
    const place = placeInQueue(queue.value, tile, target)
    if (own === undefined) return
    await write(tile, channel, own, async () => (place ? (variantOn(place, channel) ?? null) : ((await followerOf(target, channel)) ?? null)))
  }

  return { channelId, isQueued, step, take }
}
