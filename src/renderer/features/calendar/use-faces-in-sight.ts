import { watch } from 'vue'
import { usePostFaces } from './post-faces.store'

/** Asks for words and pictures of the posts that a view shows, as they come in sight and after each change. */
export function useFacesInSight(shown: () => readonly { postId: string }[]): void {
  const faces = usePostFaces()
  watch(
    [shown, () => faces.round],
    // A view that cannot be read says so itself; a tile without its picture has its title.
    ([tiles]) => void faces.ask(tiles.map((tile) => tile.postId)).catch(() => undefined),
    { immediate: true, flush: 'post' }
  )
}
