import type { Variant } from '@shared/features/posts/posts.schema'
import { useComposerLists } from './composer-lists.store'
import { useTextFill } from './use-text-fill'

/** How the voice of a variant, else its channel, signs; empty where it does not. */
export function useSignature(): (variant: Pick<Variant, 'channelId' | 'voiceId'>) => string {
  const lists = useComposerLists()
  const fill = useTextFill()
  return (variant) => {
    const channel = lists.channelOf(variant.channelId)
    const words = channel?.voices.find(({ id }) => id === variant.voiceId)?.signature || channel?.signature || ''
    return words === '' ? '' : fill(words, variant)
  }
}
