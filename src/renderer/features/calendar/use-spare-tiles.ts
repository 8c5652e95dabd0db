import { computed, type ComputedRef } from 'vue'
import type { TileLook } from './tile-look.rules'

/** Of no post: it keeps what it looks like, so that nothing of it is drawn anew while it is not seen. */
const asSpare = (look: TileLook): TileLook => (look.id === '' ? look : { ...look, id: '', postId: '', image: undefined })

/**
 * Places of tiles that have been drawn once stay behind those that are shown, as looks without an id, to be hidden: a month with more posts
 * than the one before finds them there instead of building them.
 */
export function useSpareTiles(shown: () => readonly TileLook[]): ComputedRef<readonly TileLook[]> {
  return computed<readonly TileLook[]>((before = []) => {
    const now = shown()
    return [...now, ...before.slice(now.length).map(asSpare)]
  })
}
