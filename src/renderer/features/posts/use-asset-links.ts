import { useRouter } from 'vue-router'
import type { Composer } from './use-composer'

/** Ways from a post to where a picture or video is mended, each with the way back. */
export function useAssetLinks({ clientId, postId }: Composer) {
  const router = useRouter()
  const open = (assetId: string, channel: string, query: Record<string, string>): unknown =>
    router.push({ name: 'asset', params: { clientId, assetId }, query: { ...query, post: postId, channel } })
  return {
    crop: (variantId: string, assetId: string, placementId: string) => open(assetId, variantId, { crop: placementId }),
    /** Where its rights are noted and its facts are read. */
    details: (variantId: string, assetId: string) => open(assetId, variantId, { side: 'details' })
  }
}
