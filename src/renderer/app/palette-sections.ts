import type { Command } from './commands.store'
import { fuzzyFilter } from './fuzzy'
import type { MessageKey } from '../ui'

export interface PaletteSection {
  label: MessageKey | undefined
  commands: readonly Command[]
}

const recentShown = 5

/** What belongs to the screen comes first, the frame's own groups last in this order. */
const lastGroups: readonly MessageKey[] = ['app.palette.group.go', 'app.palette.group.client', 'app.palette.group.app']
const rankOf = (group: MessageKey): number => lastGroups.indexOf(group)

/**
 * What the palette lists. Without a query: the recent ones, then all by group. With one: a single ranked list,
 * where of equally good ones the recent stand first.
 */
export function paletteSections(
  query: string,
  commands: readonly Command[],
  recentIds: readonly string[],
  textOf: (command: Command) => string
): PaletteSection[] {
  const offered = commands.filter((command) => command.inPalette !== false)
  const recent = recentIds.flatMap((id) => offered.find((command) => command.id === id) ?? [])
  const rest = offered.filter((command) => !recent.slice(0, recentShown).includes(command))
  if (query.trim() !== '') {
    const found = fuzzyFilter(query, [...recent, ...offered.filter((command) => !recent.includes(command))], textOf)
    return found.length === 0 ? [] : [{ label: undefined, commands: found }]
  }
  const groups = [...new Set(rest.map((command) => command.group))].toSorted((left, right) => rankOf(left) - rankOf(right))
  const sections: PaletteSection[] = groups.map((label) => ({ label, commands: rest.filter((command) => command.group === label) }))
  return recent.length === 0 ? sections : [{ label: 'app.palette.recent', commands: recent.slice(0, recentShown) }, ...sections]
}
