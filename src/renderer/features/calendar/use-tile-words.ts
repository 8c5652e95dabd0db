import type { CalendarEntry } from '@shared/features/calendar/calendar.contract'
import { variantStatus } from '@shared/features/posts/post-states'
import type { VariantStatus } from '@shared/features/posts/posts.schema'
import { useFormats } from '../../app'
import { useText } from '../../ui'
import { useCalendar } from './calendar.store'
import type { CalendarTile } from './calendar-tiles.rules'
import { usePlanningLists } from './planning-lists.store'
import { mostPressing } from './post-status.rules'

/** What is said and shown of a tile, the same in every view. */
export function useTileWords() {
  const { t } = useText()
  const formats = useFormats()
  const calendar = useCalendar()
  const lists = usePlanningLists()

  const statusOf = (entry: CalendarEntry): VariantStatus => variantStatus(entry, calendar.now)
  const tileStatus = (tile: CalendarTile): VariantStatus => mostPressing(tile.entries.map(statusOf))
  const nameOf = (tile: { name: string }): string => tile.name || t('calendar.untitled')
  const timeOf = (tile: CalendarTile): string => formats.value.time(tile.instant)
  const networksOf = (tile: CalendarTile): string[] => tile.entries.flatMap((entry) => (entry.network === null ? [] : [entry.network]))
  const colorOf = (tile: CalendarTile): string | undefined => (tile.pillarId === null ? undefined : lists.pillarById.get(tile.pillarId)?.color)

  const pillarOf = (tile: CalendarTile): string | undefined => (tile.pillarId === null ? undefined : lists.pillarById.get(tile.pillarId)?.name)

  return { statusOf, tileStatus, nameOf, timeOf, networksOf, colorOf, pillarOf }
}

export type TileWords = ReturnType<typeof useTileWords>
