import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, MessageBoxOptions, OpenDialogOptions } from 'electron'
import type { ShownDialog } from '../wire'
import { hear, tell } from './line'
import { records } from './records'
import { StandInWindow } from './window'

interface BuiltMenu {
  items: readonly MenuItemConstructorOptions[]
  popup(): void
}

let applicationMenu: BuiltMenu | undefined

export const Menu = {
  buildFromTemplate: (items: readonly MenuItemConstructorOptions[]): BuiltMenu => ({ items, popup: () => undefined }),
  setApplicationMenu(menu: BuiltMenu): void {
    applicationMenu = menu
    records.menu = JSON.parse(JSON.stringify(menu.items))
  }
}

function findItem(items: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined {
  for (const item of items) {
    const below = Array.isArray(item.submenu) ? findItem(item.submenu, id) : undefined
    if (item.id === id) return item
    if (below) return below
  }
  return undefined
}

hear('menu.click', ({ id }) => {
  const item = findItem(applicationMenu?.items ?? [], id)
  ;(item?.click as (() => void) | undefined)?.()
})

const asked = new Map<number, (answer: unknown) => void>()

function show(kind: ShownDialog['kind'], options: object): Promise<unknown> {
  const dialog: ShownDialog = { kind, options: { ...options } }
  records.dialogs.push(dialog)
  const id = records.dialogs.length
  return new Promise((answered) => {
    asked.set(id, answered)
    tell({ type: 'dialog', id, dialog })
  })
}

hear('dialog.answer', ({ id, answer }) => asked.get(id)?.(answer))

/** Dialogs belong to a window or to none, as their first argument says. */
const optionsOf = <Options extends object>(first: Options | StandInWindow, second?: Options): object =>
  first instanceof StandInWindow ? (second ?? {}) : first

export const dialog = {
  showOpenDialog: (first: OpenDialogOptions | StandInWindow, second?: OpenDialogOptions) => show('open', optionsOf(first, second)),
  showMessageBox: (first: MessageBoxOptions | StandInWindow, second?: MessageBoxOptions) => show('message', optionsOf(first, second)),
  showErrorBox(title: string, content: string): void {
    records.dialogs.push({ kind: 'error', options: { title, content } })
    process.stderr.write(`${title}: ${content}\n`)
  }
}

export const shell = {
  openExternal: async (url: string) => void records.openedAddresses.push(url),
  showItemInFolder: (path: string) => void records.revealed.push(path)
}

class StandInTheme extends EventEmitter {
  #source = 'system'
  get themeSource(): string {
    return this.#source
  }
  set themeSource(source: string) {
    this.#source = source
    records.themes.push(source)
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
export const nativeTheme = new StandInTheme()

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }

export const crashReporter = { start: (options: unknown) => void records.crashReporters.push(options) }

/** A notice of the system: on a machine that has them, as a test says, it is written down in place of being shown. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return process.env['STAND_IN_NOTICES'] === '1'
  }

  constructor(private readonly options: { title: string; body: string }) {
    super()
  }

  show(): void {
    if (!Notification.isSupported()) throw new Error('This machine shows no notices.')
    records.notices.push({ title: this.options.title, body: this.options.body })
    shownNotices.push(this)
  }
}
const shownNotices: Notification[] = []
hear('notice.click', () => void shownNotices.at(-1)?.emit('click'))
