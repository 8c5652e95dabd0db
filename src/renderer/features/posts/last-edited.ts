import { useRemembered } from '../../app'

/** The post that was written last, for the line that leads back to it. Kept per client, also after a restart. */
export interface LastEdited {
  postId: string
  at: string
}

export const useLastEdited = () => useRemembered<LastEdited | Record<string, never>>('posts.last-edited', {})
