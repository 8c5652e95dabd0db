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

const remembered = 8

export const useCommands = defineStore('commands', () => {
  const preferences = usePreferences()
  const commands = shallowReactive(new Map<string, Command>())

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

  /** Runs a command that was chosen in the palette and keeps it among the recent ones. */
  function choose(id: string): void {
    preferences.set('palette.recent', [id, ...recentIds().filter((other) => other !== id)].slice(0, remembered))
    run(id)
  }

  return { commands, register, available, recentIds, run, choose }
})
