import { shiftDays, type PlannedTime as MovedTime } from '@shared/calendar'
import { resolvePlanned } from '@shared/features/posts/planned-time'
import type { PlannedTime } from '@shared/features/posts/posts.schema'
import { instantOf, wallTimeOf } from '@shared/time'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText } from '../../ui'
import { useCalendar } from './calendar.store'
import { useCalendarSelection } from './calendar-selection.store'
import { itemsToMove, type CalendarTile } from './calendar-tiles.rules'
import { useDayFormats } from './day-formats'
import { goalOf, type Spot } from './drop-goals.rules'
import { usePostFaces } from './post-faces.store'
import { useWallTime, type TimePick } from './wall-time.store'
import { useWriting } from './use-writing'

/** The time as far as it is known before the core has answered; a question of the clock is answered there. */
const settled = (to: MovedTime): PlannedTime => resolvePlanned({ date: to.date, time: to.time, zone: to.zone }, to.zone, 'earlier')

/** Gives tiles new times: shown at once, written as one command, and said when it is done. */
function useTileWrites() {
  const api = useApi()
  const shell = useClientShell()
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const wallTime = useWallTime()
  const { say, attempt } = useWriting()

  return async function write(tiles: readonly CalendarTile[], goals: ReadonlyMap<string, MovedTime>, sentence: string): Promise<void> {
    const ahead = new Map([...goals].map(([id, to]) => [id, settled(to)]))
    selection.follow(new Map(tiles.map((tile) => [tile.id, `${tile.postId}@${ahead.get(tile.id)?.instant ?? tile.instant}`])))
    const only = tiles.length === 1 && tiles[0] ? ahead.get(tiles[0].id) : undefined
    if (only) selection.focusOn(wallTimeOf(only.instant, calendar.zone).date, selection.activeId)
    const plannedOf = (tile: CalendarTile, pick?: TimePick) => {
      const to = goals.get(tile.id) ?? tile.planned
      return { date: to.date, time: to.time, zone: to.zone, ...(pick && { pick }) }
    }
    const done = await calendar.writeAhead(
      (entry) => {
        const planned = ahead.get(`${entry.postId}@${entry.planned.instant}`)
        return planned ? { ...entry, planned } : entry
      },
      () =>
        attempt(() =>
          wallTime.write((pick) =>
            api.posts.schedule({
              clientId: shell.currentId ?? '',
              items: tiles.flatMap((tile) => itemsToMove(tile).map((item) => ({ ...item, planned: plannedOf(tile, pick) })))
            })
          )
        )
    )
    if (done) say(sentence)
  }
}

/** Moves tiles: by days, to a day, to a time. What is handed over or published stays, and that is said. */
export function useMoveTiles() {
  const { t } = useText()
  const calendar = useCalendar()
  const formats = useDayFormats()
  const write = useTileWrites()
  const faces = usePostFaces()
  const { tell } = useWriting()

  /** As the client's calendar shows it: `Tue, Nov 3, 9:00 AM`. */
  function spotText(planned: MovedTime): string {
    const seen = wallTimeOf(instantOf(planned, planned.zone, planned.pick), calendar.zone)
    return t('calendar.spot', { day: formats.value.short(seen.date), time: formats.value.clock(seen.time) })
  }

  function tellFixed(tiles: readonly CalendarTile[]): CalendarTile[] {
    const movable = tiles.filter((tile) => !tile.fixed)
    const [fixed] = tiles.filter((tile) => tile.fixed)
    if (movable.length === 0 && fixed) tell(t('calendar.fixed', { name: faces.nameOf(fixed) || t('calendar.untitled') }))
    return movable
  }

  /** One or many tiles to where the grabbed one is dropped: each as many days on as the grabbed one. */
  async function moveTo(tiles: readonly CalendarTile[], grabbed: CalendarTile, spot: Spot): Promise<void> {
    const movable = tellFixed(tiles)
    if (movable.length === 0) return
    const from = wallTimeOf(grabbed.instant, calendar.zone)
    if (from.date === spot.day && (spot.time === null || spot.time === from.time)) return
    const goals = new Map(movable.map((tile) => [tile.id, goalOf(tile, grabbed, spot, calendar.zone)]))
    const to = goals.get(grabbed.id)
    const sentence = movable.length === 1 && to ? t('calendar.done.movedTo', { name: faces.nameOf(grabbed) || t('calendar.untitled'), spot: spotText(to) }) : t('calendar.done.moved', { n: movable.length })
    await write(movable, goals, sentence)
  }

  /** Days on or back; the clock time of each stays. */
  function moveByDays(tiles: readonly CalendarTile[], days: number): Promise<void> {
    const [first] = tellFixed(tiles)
    if (!first) return Promise.resolve()
    const seen = wallTimeOf(first.instant, calendar.zone)
    return moveTo(tiles.filter((tile) => !tile.fixed), first, { day: shiftDays({ ...seen, zone: calendar.zone }, days).to.date, time: null })
  }

  return { moveTo, moveByDays, spotText }
}
