import { useCommands, useNotices, useSaveState } from '../../app'
import { useText } from '../../ui'

/** How a command is run from a screen: counted as being saved, said in the line at the bottom with its undo, or with what failed. */
export function useWriting() {
  const { t } = useText()
  const notices = useNotices()
  const commands = useCommands()
  const save = useSaveState()

  function say(text: string): void {
    notices.show({ text, action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
  }

  /** Says something that needs no way back. */
  const tell = (text: string): void => notices.show({ text })

  /** Undefined when it failed; the line at the bottom says why. */
  async function attempt<T>(write: () => Promise<T>): Promise<T | undefined> {
    try {
      return await save.track(write())
    } catch (error) {
      notices.fail(error)
      return undefined
    }
  }

  return { say, tell, attempt, announce: notices.announce }
}
