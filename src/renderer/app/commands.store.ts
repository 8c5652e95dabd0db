import { defineStore } from 'pinia'
import { getCurrentScope, onScopeDispose, shallowReactive, type Component } from 'vue'
import type { MessageKey, MessageValues } from '../ui'
import { usePreferences } from './preferences.store'

/** Something a person can do: shown in the palette and the cheat sheet, run by its shortcut. */
export interface Command {
  id: string
  /** Either a key of the catalog or, for names of things, the text itself. */
  titleKey?: MessageKey
  titleValues?: MessageValues
  title?: string
  /** What tells it from others of that name, quietly beside it: a date, the words that were found. */
  detail?: string
  icon?: Component
  /** A mark in place of the icon, for example a client's color. */
  color?: string
  group: MessageKey
  /** Further words that find it. */
  keywords?: string
  /** `mod+k`, `g a`, `?`, `delete`. */
  shortcut?: string
  /** Further keys that do the same and are not shown. */
  aliases?: readonly string[]
  /** Not offered and not run while this is false. */
  when?: () => boolean
  /** False keeps it out of the palette; its shortcut still works and is in the cheat sheet. */
  inPalette?: boolean
  run: () => unknown
}

/** Finds things by what is typed into the palette, such as assets. Asked only for two letters and more. */
export interface PaletteSearch {
  id: string
  group: MessageKey
  /** A few commands, best first. `signal` is aborted when the person types on. */
  find: (query: string, signal: AbortSignal) => Promise<readonly Command[]>
}

const remembered = 8

export const useCommands = defineStore('commands', () => {
  const preferences = usePreferences()
  const commands = shallowReactive(new Map<string, Command>())
  const searches = shallowReactive(new Map<string, PaletteSearch>())

  /**
   * Adds commands; the later one of the same id wins. Within a component they go when the component goes.
   * Gives back a function that takes them away.
   */
  function register(list: readonly Command[]): () => void {
    for (const command of list) commands.set(command.id, command)
    const unregister = (): void => {
      for (const command of list) if (commands.get(command.id) === command) commands.delete(command.id)
    }
    if (getCurrentScope()) onScopeDispose(unregister)
    return unregister
  }

  /** Adds a search to the palette; within a component it goes when the component goes. */
  function addSearch(search: PaletteSearch): () => void {
    searches.set(search.id, search)
    const remove = (): void => {
      if (searches.get(search.id) === search) searches.delete(search.id)
    }
    if (getCurrentScope()) onScopeDispose(remove)
    return remove
  }

  const available = (): Command[] => [...commands.values()].filter((command) => command.when?.() ?? true)

  function recentIds(): string[] {
    return preferences.get<string[]>('palette.recent', [])
  }

  /** Runs a command that is there and allowed; says whether it was. */
  function run(id: string): boolean {
    const command = commands.get(id)
    if (!command || !(command.when?.() ?? true)) return false
    void command.run()
    return true
  }

  /** Runs a command that was chosen in the palette. Registered ones are kept among the recent, found things are not. */
  function choose(command: Command): void {
    if (!commands.has(command.id)) {
      void command.run()
      return
    }
    preferences.set('palette.recent', [command.id, ...recentIds().filter((other) => other !== command.id)].slice(0, remembered))
    run(command.id)
  }

  return { commands, searches, register, addSearch, available, recentIds, run, choose }
})
