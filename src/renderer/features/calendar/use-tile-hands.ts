import { useCalendar } from './calendar.store'
import { useCalendarDrag } from './calendar-drag.store'
import { useCalendarSelection } from './calendar-selection.store'
import type { CalendarTile } from './calendar-tiles.rules'

/** What the pointer does to tiles. `listeners` are for a view with all tiles of the calendar: it listens once for all of them. */
export function useTileHands(open: (tile: CalendarTile) => void, nameOf: (tile: CalendarTile) => string) {
  const calendar = useCalendar()
  const selection = useCalendarSelection()
  const drag = useCalendarDrag()

  /** A chosen tile takes the others along. */
  function grab(event: PointerEvent, tile: CalendarTile): void {
    drag.begin(event, () =>
      calendar.readOnly ? undefined : { kind: 'tiles', tiles: selection.has(tile.id) ? selection.tiles : [tile], grabbed: tile, name: nameOf(tile) }
    )
  }

  function withTile<E extends Event>(event: E, act: (event: E, tile: CalendarTile) => void): void {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]')?.dataset.tile : undefined
    const tile = id === undefined ? undefined : selection.tileOf(id)
    if (tile) act(event, tile)
  }

  return {
    grab,
    listeners: {
      pointerdown: (event: PointerEvent) => withTile(event, grab),
      dblclick: (event: MouseEvent) => withTile(event, (_, tile) => open(tile))
    }
  }
}
