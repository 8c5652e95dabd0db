import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useClientShell, useCommands, useNotices, useSaveState } from '../../app'
import { useText } from '../../ui'

/** What screens of records write with: tells the bar what is being saved, keeps what failed, offers undo. */
export function useWrites(): {
  failure: ShallowRef<unknown>
  readOnly: ComputedRef<boolean>
  write: <T>(work: (clientId: string) => Promise<T>, said?: string) => Promise<T | undefined>
} {
  const { t } = useText()
  const shell = useClientShell()
  const notices = useNotices()
  const commands = useCommands()
  const { track } = useSaveState()
  const failure = shallowRef<unknown>()
  const readOnly = computed(() => Boolean(shell.current?.archivedAt))

  /** Runs a command; `said` is the line at the bottom, with an undo. Undefined when it failed: `failure` says why. */
  async function write<T>(work: (clientId: string) => Promise<T>, said?: string): Promise<T | undefined> {
    const clientId = shell.currentId
    if (clientId === undefined) return undefined
    failure.value = undefined
    try {
      const result = await track(work(clientId))
      if (said) notices.show({ text: said, action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
      return result
    } catch (error) {
      failure.value = error
      return undefined
    }
  }

  return { failure, readOnly, write }
}
