import { addMonths, wallTimeOf } from '@shared/time'
import type { VariantState } from '@shared/features/posts/posts.schema'
import { onScopeDispose } from 'vue'
import { useText } from '../../ui'
import { useCalendar } from './calendar.store'
import { useCalendarDrag, type Dragged, type DropTarget } from './calendar-drag.store'
import type { CalendarTile } from './calendar-tiles.rules'
import { timeFor } from './default-time.rules'
import { copiesTo, type Spot } from './drop-goals.rules'
import { usePostFaces } from './post-faces.store'
import { useMoveTiles } from './use-move-tiles'
import { usePostActions } from './use-post-actions'
import { useQueueOrder } from './use-queue-order'
import { useStateChange } from './state-change.store'
import { useWallTime } from './wall-time.store'
import { useWriting } from './use-writing'

/** What happens when something is let go over the calendar. */
export function useCalendarDrops() {
  const { t } = useText()
  const calendar = useCalendar()
  const drag = useCalendarDrag()
  const wallTime = useWallTime()
  const actions = usePostActions()
  const states = useStateChange()
  const { moveTo } = useMoveTiles()
  const { tell } = useWriting()
  const queue = useQueueOrder()
  const faces = usePostFaces()

  const plannedAt = ({ day, time }: Spot) => ({ date: day, time: time ?? timeFor(day, calendar.now, calendar.zone), zone: calendar.zone })

  /** Each copy is as far from its original as the grabbed one. */
  async function copy(tiles: readonly CalendarTile[], grabbed: CalendarTile, spot: Spot): Promise<void> {
    const copies = copiesTo(tiles, grabbed, spot, calendar.zone)
    await actions.duplicate(copies.map(({ postId }) => postId), copies.map(({ to: { date, time, zone } }) => ({ date, time, zone })))
  }

  async function dropTiles(item: Extract<Dragged, { kind: 'tiles' }>, target: DropTarget, copied: boolean): Promise<void> {
    const { tiles, grabbed } = item
    if (target.kind === 'column') {
      const ids = tiles.flatMap((tile) => tile.entries.flatMap((entry) => (entry.variantId === null ? [] : [entry.variantId])))
      if (ids.length === 0) tell(t('calendar.board.noChannel'))
      else await states.set(ids, target.column as VariantState)
      return
    }
    if (target.kind === 'tray') {
      const movable = tiles.filter((tile) => !tile.fixed)
      if (movable.length === 0) tell(t('calendar.fixed', { name: faces.nameOf(grabbed) || t('calendar.untitled') }))
      else await actions.unschedule(movable.map((tile) => tile.postId))
      return
    }
    if (target.kind === 'tile') return queue.take(grabbed, target.id)
    const spot: Spot | undefined =
      target.kind === 'spot' ? target : target.kind === 'step' ? { day: addMonths(wallTimeOf(grabbed.instant, calendar.zone).date, target.steps), time: null } : undefined
    if (!spot) return
    await (copied ? copy(tiles, grabbed, spot) : moveTo(tiles, grabbed, spot))
  }

  async function drop(item: Dragged, target: DropTarget, copied: boolean): Promise<void> {
    wallTime.place = { ...drag.pointer }
    if (item.kind === 'tiles') return dropTiles(item, target, copied)
    if (target.kind !== 'spot') return
    if (item.kind === 'posts') await actions.plan(item.ids, plannedAt(target))
    else await actions.create({ stage: 'post', title: item.name, planned: plannedAt(target), media: [{ assetId: item.assetId, altText: null }] })
  }

  onScopeDispose(drag.provide({ drop, step: (steps) => calendar.step(steps) }))
  return { plannedAt }
}
