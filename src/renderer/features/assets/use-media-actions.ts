import type { AssetRights } from '@shared/features/assets/rights'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText } from '../../ui'
import { useAssetList } from './asset-list.store'
import { useAttempt } from './use-attempt'

/** Rights of assets, and what is done to videos alone. */
export function useMediaActions() {
  const client = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const list = useAssetList()
  const { say, attempt } = useAttempt()
  const clientId = (): string => shell.currentId ?? ''

  /** One step, whether of one asset or of many. */
  async function setRights(ids: string[], rights: Partial<AssetRights>): Promise<void> {
    const answer = await attempt(client.assets.setRights({ clientId: clientId(), ids, rights }))
    if (answer && ids.length > 1 && answer.changed > 0) say(t('assets.done.rights', { n: answer.changed }))
    await list.refresh()
  }

  const setCover = (assetId: string, seconds: number | null): Promise<unknown> => attempt(client.assets.setCover({ clientId: clientId(), assetId, seconds }))
  const readVideos = (ids: string[]): Promise<unknown> => attempt(client.assets.readVideos({ clientId: clientId(), ids }))

  return { setRights, setCover, readVideos }
}
