import type { OutlinedEntry } from '@shared/features/calendar/calendar.contract'
import { variantStatus } from '@shared/features/posts/post-states'
import type { VariantState, VariantStatus } from '@shared/features/posts/posts.schema'
import { tilesOf, type CalendarTile } from './calendar-tiles.rules'
import { BOARD_COLUMNS } from './post-status.rules'

export interface FilledColumn {
  id: VariantStatus
  /** What a card becomes that is dropped here; null where that follows from the time alone. */
  state: VariantState | null
  tiles: CalendarTile[]
  /** Cards whose time is long over; they come first. */
  overdue: number
}

/** Columns that are there although nothing stands in them: the way of a post. */
const ALWAYS: ReadonlySet<VariantStatus> = new Set(['draft', 'in-review', 'approved', 'scheduled', 'due', 'published'])

/** Entries as cards by what is shown of them. */
export function boardOf(entries: readonly OutlinedEntry[], now: string): FilledColumn[] {
  const groups = new Map<VariantStatus, OutlinedEntry[]>()
  for (const entry of entries) {
    const status = variantStatus(entry, now)
    const group = groups.get(status)
    if (group) group.push(entry)
    else groups.set(status, [entry])
  }
  const inColumn = (statuses: readonly VariantStatus[]): CalendarTile[] => tilesOf(statuses.flatMap((status) => groups.get(status) ?? []))
  return BOARD_COLUMNS.map(({ id, statuses, state }) => ({
    id,
    state,
    tiles: inColumn(statuses),
    overdue: inColumn(statuses.filter((status) => status === 'overdue')).length
  })).filter((column) => column.tiles.length > 0 || ALWAYS.has(column.id))
}
