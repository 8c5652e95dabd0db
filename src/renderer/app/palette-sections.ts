import type { Command } from './commands.store'
import { fuzzyFilter } from './fuzzy'
import type { MessageKey } from '../ui'

export interface PaletteSection {
  label: MessageKey | undefined
  commands: readonly Command[]
}

const recentShown = 5

/** The frame's own groups, last in this order. */
const lastGroups: readonly MessageKey[] = ['app.palette.group.go', 'app.palette.group.client', 'app.palette.group.app']
const rankOf = (group: MessageKey): number => lastGroups.indexOf(group)

/** The groups of commands: what came last belongs to the screen and is first, then what can be done anywhere, the frame's own last. */
export function commandGroups(commands: readonly Command[]): MessageKey[] {
  const latestFirst = [...new Set(commands.map((command) => command.group).toReversed())]
  return latestFirst.toSorted((left, right) => rankOf(left) - rankOf(right))
}

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
  const sections: PaletteSection[] = commandGroups(rest).map((label) => ({ label, commands: rest.filter((command) => command.group === label) }))
  return recent.length === 0 ? sections : [{ label: 'app.palette.recent', commands: recent.slice(0, recentShown) }, ...sections]
}
