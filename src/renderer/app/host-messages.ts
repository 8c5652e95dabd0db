import type { HostCommand, HostMessage, PageMessage } from '@shared/host/host-line'
import { useCommands } from './commands.store'
import { useDueTarget } from './due-target.store'
import { useOpenedFiles } from './opened-files.store'
import { isTextField } from './shortcut-matching'

const commandIds: Readonly<Record<HostCommand, string>> = {
  undo: 'app.undo',
  redo: 'app.redo',
  'new-client': 'client.new',
  palette: 'app.palette',
  search: 'app.search',
  shortcuts: 'app.shortcuts',
  settings: 'go.settings',
  sidebar: 'app.sidebar',
  inspector: 'app.inspector'
}

/** Does what the desktop app's menu asks. Undo belongs to a text field while it has the focus. */
export function createHostListener(tell: (message: PageMessage) => void): (message: HostMessage) => void {
  const commands = useCommands()
  const opened = useOpenedFiles()
  const due = useDueTarget()
  return (message) => {
    if (message.type === 'opened') {
      opened.offer(message.files)
      return
    }
    if (message.type === 'due') {
      due.offer(message.target)
      return
    }
    const { command } = message
    if ((command === 'undo' || command === 'redo') && isTextField(document.activeElement)) tell({ type: 'edit', edit: command })
    else commands.run(commandIds[command])
  }
}
