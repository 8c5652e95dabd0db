import { Keyboard, Monitor, Moon, PanelLeft, Plus, Redo2, Sun, Undo2, Users } from '@lucide/vue'
import { watchEffect } from 'vue'
import { useRouter } from 'vue-router'
import { useText } from '../ui'
import { useClientShell } from './client-shell.store'
import { useCommands, type Command } from './commands.store'
import { useHistory } from './history.store'
import { navTarget, useNavigation } from './navigation'
import { useNotices } from './notices.store'
import { useShell } from './shell.store'
import { themeChoices, useTheme } from './theme.store'
import { useClientSwitch } from './use-client-switch'

/** The commands of the frame itself. Called once, by the shell. */
export function useShellCommands(): void {
  const commands = useCommands()
  commands.register([...frameCommands(), ...historyCommands(), ...themeCommands()])
  replaceWhenChanged(useGoCommands())
  replaceWhenChanged(useClientCommands())
}

/** Keeps a list of commands registered that changes with what it is made from. */
function replaceWhenChanged(list: () => readonly Command[]): void {
  const commands = useCommands()
  watchEffect((onCleanup) => onCleanup(commands.register(list())))
}

function frameCommands(): Command[] {
  const shell = useShell()
  const group = 'app.palette.group.app'
  const searchField = (): HTMLInputElement | null => document.querySelector('main [data-search-field]')
  return [
    { id: 'app.palette', titleKey: 'app.command.palette', group, shortcut: 'mod+k', inPalette: false, run: () => (shell.paletteOpen = true) },
    { id: 'app.search', titleKey: 'app.command.search', group, shortcut: '/', inPalette: false, when: () => searchField() !== null, run: () => searchField()?.focus() },
    { id: 'app.sidebar', titleKey: 'app.command.sidebar', icon: PanelLeft, group, shortcut: 'mod+b', run: () => (shell.folded = !shell.folded) },
    { id: 'app.shortcuts', titleKey: 'app.command.shortcuts', icon: Keyboard, group, shortcut: '?', run: () => (shell.sheetOpen = true) }
  ]
}

function historyCommands(): Command[] {
  const { t } = useText()
  const history = useHistory()
  const notices = useNotices()
  const group = 'app.palette.group.app'
  const step = (direction: 'undo' | 'redo') => async (): Promise<void> => {
    try {
      const what = await history.source?.[direction]()
      notices.show({ text: what ?? t(`app.${direction}.nothing`) })
    } catch (error) {
      notices.fail(error)
    }
  }
  const when = (): boolean => history.source !== undefined
  return [
    { id: 'app.undo', titleKey: 'app.command.undo', icon: Undo2, group, shortcut: 'mod+z', when, run: step('undo') },
    { id: 'app.redo', titleKey: 'app.command.redo', icon: Redo2, group, shortcut: 'mod+shift+z', aliases: ['mod+y'], when, run: step('redo') }
  ]
}

function themeCommands(): Command[] {
  const theme = useTheme()
  const icons = { system: Monitor, light: Sun, dark: Moon } as const
  return themeChoices.map((choice) => ({
    id: `app.theme.${choice}`,
    titleKey: `app.command.theme.${choice}` as const,
    icon: icons[choice],
    group: 'app.palette.group.app' as const,
    when: () => theme.choice !== choice,
    run: () => (theme.choice = choice)
  }))
}

function useGoCommands(): () => Command[] {
  const { t } = useText()
  const router = useRouter()
  const navigation = useNavigation()
  const clients = useClientShell()
  return () =>
    navigation.items.flatMap((item) => {
      const to = navTarget(item, clients.currentId)
      if (to === undefined) return []
      return {
        id: `go.${item.id}`,
        titleKey: 'app.command.goTo' as const,
        titleValues: { name: t(item.label) },
        icon: item.icon,
        group: 'app.palette.group.go' as const,
        shortcut: item.key === undefined ? undefined : `g ${item.key}`,
        aliases: item.aliases,
        run: () => router.push(to)
      }
    })
}

function useClientCommands(): () => Command[] {
  const { t } = useText()
  const clients = useClientShell()
  const { goToClient } = useClientSwitch()
  const group = 'app.palette.group.client'
  return () => {
    if (!clients.source) return []
    const { source } = clients
    return [
      ...clients.clients.map((client, index) => ({
        id: `client.${client.id}`,
        title: t('app.clients.switchTo', { name: client.name }),
        color: client.color,
        group: 'app.palette.group.client' as const,
        shortcut: index < 9 ? `mod+${index + 1}` : undefined,
        run: () => goToClient(client.id)
      })),
      { id: 'client.new', titleKey: 'app.clients.new', icon: Plus, group, run: () => source.create() },
      { id: 'client.all', titleKey: 'app.clients.all', icon: Users, group, run: () => source.showAll() }
    ]
  }
}
