import { mediaUrl, useApi } from '../../api'
import type { Composer } from './use-composer'

/** Saves a picture as it goes out on a channel: cut, converted and within its limits. */
export function useSaveConverted({ clientId, run }: Composer): (variantId: string, assetId: string) => Promise<void> {
  const api = useApi()
  return async (variantId, assetId) => {
    const going = await run(() => api.handOff.get({ clientId, variantId }))
    const address = mediaUrl(going?.pictures.find((picture) => picture.assetId === assetId)?.downloadUrl)
    if (address === undefined) return
    const link = document.createElement('a')
    link.href = address
    link.download = ''
    link.click()
  }
}
