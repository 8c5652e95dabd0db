import { useCommands, useNotices } from '../../app'
import { useText, type MessageKey, type MessageValues } from '../../ui'

/** Says what was done, and offers to take it back. */
export function useUndoLine(): (key: MessageKey, values?: MessageValues) => void {
  const { t } = useText()
  const notices = useNotices()
  const commands = useCommands()
  return (key, values = {}) =>
    notices.show({ text: t(key, values), action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
}
