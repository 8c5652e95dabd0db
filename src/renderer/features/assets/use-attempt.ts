import { useCommands, useNotices, useSaveState } from '../../app'
import { useText } from '../../ui'

/** Runs commands and tells of them in the line at the bottom. */
export function useAttempt() {
  const { t } = useText()
  const notices = useNotices()
  const commands = useCommands()
  const save = useSaveState()

  /** What was done, with the way back. */
  function say(text: string): void {
    notices.show({ text, action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
  }

  /** What fails is told with the reason and what to do. */
  async function attempt<T>(write: Promise<T>): Promise<T | undefined> {
    try {
      return await save.track(write)
    } catch (error) {
      notices.fail(error)
      return undefined
    }
  }

  return { say, attempt }
}
