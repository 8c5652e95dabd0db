import { type BrowserWindow, dialog, Notification, type OpenDialogOptions, shell } from 'electron'
import type { DueTarget } from '../../../shared/host/due-target'
import type { Translator } from '../../../shared/i18n'
import { gateUrl } from '../../../shared/url-gate'
import { AppError } from '../../../shared/errors/app-error'
import { checkGivenPath, type DueNotice, type HostServices } from '../../core'

type CurrentWindow = () => BrowserWindow | undefined

async function pickFolder(currentWindow: CurrentWindow, title: string): Promise<string | undefined> {
  const options: OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }
  const window = currentWindow()
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return canceled ? undefined : filePaths[0]
}

/** The one place where an address leaves the app: through the gate, and shown in full first. */
async function openExternal(currentWindow: CurrentWindow, text: Translator, address: string): Promise<void> {
  const url = gateUrl(address)
  if (url === undefined) throw new AppError('unsupported.url', { url: address.slice(0, 200) })
  const question = {
    type: 'question' as const,
    message: text(url.startsWith('mailto:') ? 'menu.openMail' : 'menu.openLink'),
    detail: url,
    buttons: [text('menu.open'), text('ui.cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true
  }
  const window = currentWindow()
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  if (response === 0) await shell.openExternal(url)
}

/** The core asks this only with paths that the app itself wrote; what became of them since is looked at here. */
async function reveal(path: string): Promise<void> {
  shell.showItemInFolder((await checkGivenPath(path, path)).path)
}

/** Notices that are shown now: one that nothing refers to is collected, and its click with it. */
const shown = new Set<Notification>()

/** Notice servers on Linux read markup in what they show, addresses of pictures among it; angle brackets that look alike are none. */
const withoutMarkup = (text: string): string => (process.platform === 'linux' ? text.replaceAll('<', '‹').replaceAll('>', '›') : text)

function notify({ title, body, target }: DueNotice, show: ShowDue): void {
  const notice = new Notification({ title: withoutMarkup(title), body: withoutMarkup(body) })
  const forget = (): void => void shown.delete(notice)
  notice.on('click', () => {
    forget()
    show(target)
  })
  notice.on('close', forget)
  shown.add(notice)
  notice.show()
}

/** Brings up what a notice is about. */
export type ShowDue = (target: DueTarget) => void

const pickTitles = { export: 'menu.pickExport', adopt: 'menu.pickAdopt', programs: 'menu.pickPrograms' } as const

export function createHostServices(currentWindow: CurrentWindow, text: Translator, showDue: ShowDue): HostServices {
  const canNotify = Notification.isSupported()
  return {
    capabilities: ['pick-folder', 'reveal', 'open-external', ...(canNotify ? (['notifications'] as const) : [])],
    ...(canNotify && { notify: async (notice: DueNotice) => notify(notice, showDue) }),
    pickFolder: (purpose) => pickFolder(currentWindow, text(pickTitles[purpose])),
    reveal,
    openExternal: (url) => openExternal(currentWindow, text, url)
  }
}
