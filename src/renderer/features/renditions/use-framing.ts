import type { FractionRect, Point } from '@shared/channels/crop'
import { useApi } from '../../api'
import { useClientShell, useCommands, useNotices, useSaveState } from '../../app'
import { useText, type MessageKey } from '../../ui'

/** Where a picture is looked at, and crops set by hand. Each is one command, with the way back in the line at the bottom. */
export function useFraming() {
  const client = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const save = useSaveState()
  const notices = useNotices()
  const commands = useCommands()

  async function attempt<T>(write: Promise<T>, done: MessageKey | null): Promise<T | undefined> {
    try {
      const answer = await save.track(write)
      if (done) notices.show({ text: t(done), action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
      return answer
    } catch (error) {
      notices.fail(error)
      return undefined
    }
  }

  /** `null` goes back to where the eye looks, as found when the picture came in. */
  const setFocal = (assetId: string, focal: Point | null) =>
    attempt(client.assets.setFocalPoint({ clientId: shell.currentId ?? '', assetId, focal }), focal ? null : 'exports.focal.wasReset')

  /** `null` takes the crop by hand away. */
  const setCrop = (assetId: string, placementId: string, rect: FractionRect | null) =>
    attempt(client.assets.setCrop({ clientId: shell.currentId ?? '', assetId, placementId, rect }), rect ? null : 'exports.crop.wasReset')

  return { setFocal, setCrop }
}
