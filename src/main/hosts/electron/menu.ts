import type { MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '../../../shared/host/host-line'
import type { MessageKey, Translator } from '../../../shared/i18n'

export interface MenuContext {
  text: Translator
  isMac: boolean
  /** False in the packaged app: no reload, no developer tools. */
  developer: boolean
  appName: string
  send(command: HostCommand): void
}

type Item = MenuItemConstructorOptions

/** Shown with its key, but the key itself goes to the page, where a text field may want it; macOS knows no such thing. */
function commandItem({ text, send }: MenuContext, label: MessageKey, command: HostCommand, accelerator?: string): Item {
  return { id: command, label: text(label), click: () => send(command), ...(accelerator ? { accelerator, registerAccelerator: false } : {}) }
}

function appMenu(context: MenuContext): Item {
  const { text, appName } = context
  return {
    label: appName,
    submenu: [
      { role: 'about', label: text('menu.about') },
      { type: 'separator' },
      commandItem(context, 'menu.settings', 'settings', 'Cmd+,'),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit', label: text('menu.quit') }
    ]
  }
}

function fileMenu(context: MenuContext): Item {
  const { text, isMac } = context
  const settings = commandItem(context, 'menu.settings', 'settings', 'Ctrl+,')
  const end: Item[] = isMac ? [{ role: 'close' }] : [settings, { type: 'separator' }, { role: 'quit', label: text('menu.quit') }]
  return { label: text('menu.file'), submenu: [commandItem(context, 'menu.newClient', 'new-client'), { type: 'separator' }, ...end] }
}

function editMenu(context: MenuContext): Item {
  const { text } = context
  return {
    label: text('menu.edit'),
    submenu: [
      commandItem(context, 'menu.undo', 'undo', 'CmdOrCtrl+Z'),
      commandItem(context, 'menu.redo', 'redo', 'CmdOrCtrl+Shift+Z'),
      { type: 'separator' },
      { role: 'cut', label: text('menu.cut') },
      { role: 'copy', label: text('menu.copy') },
      { role: 'paste', label: text('menu.paste') },
      { role: 'pasteAndMatchStyle', label: text('menu.pastePlain') },
      { role: 'selectAll', label: text('menu.selectAll') },
      { type: 'separator' },
      commandItem(context, 'menu.search', 'search')
    ]
  }
}

function viewMenu(context: MenuContext): Item {
  const { text, developer } = context
  const tools: Item[] = developer ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : []
  return {
    label: text('menu.view'),
    submenu: [
      commandItem(context, 'menu.palette', 'palette', 'CmdOrCtrl+K'),
      commandItem(context, 'menu.sidebar', 'sidebar'),
      commandItem(context, 'menu.inspector', 'inspector'),
      { type: 'separator' },
      { role: 'resetZoom', label: text('menu.actualSize') },
      { role: 'zoomIn', label: text('menu.zoomIn') },
      { role: 'zoomOut', label: text('menu.zoomOut') },
      { type: 'separator' },
      { role: 'togglefullscreen', label: text('menu.fullScreen') },
      ...tools
    ]
  }
}

function windowMenu({ text }: MenuContext): Item {
  return {
    role: 'window',
    label: text('menu.window'),
    submenu: [{ role: 'minimize', label: text('menu.minimize') }, { role: 'zoom' }, { type: 'separator' }, { role: 'front' }]
  }
}

function helpMenu(context: MenuContext): Item {
  const { text, isMac } = context
  const about: Item[] = isMac ? [] : [{ type: 'separator' }, { role: 'about', label: text('menu.about') }]
  return { role: 'help', label: text('menu.help'), submenu: [commandItem(context, 'menu.shortcuts', 'shortcuts'), ...about] }
}

/** The menu bar as data; `Menu.buildFromTemplate` makes it one. */
export function menuTemplate(context: MenuContext): Item[] {
  const first = context.isMac ? [appMenu(context)] : []
  const window = context.isMac ? [windowMenu(context)] : []
  return [...first, fileMenu(context), editMenu(context), viewMenu(context), ...window, helpMenu(context)]
}
