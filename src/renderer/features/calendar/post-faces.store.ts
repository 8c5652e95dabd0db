import type { PostFace } from '@shared/features/calendar/calendar.contract'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import type { CalendarTile } from './calendar-tiles.rules'
import { isSame } from './is-same.rules'
import { faceOf, type TileFace } from './post-faces.rules'

/** Posts that are asked for at once. */
const MOST = 500
/** Faces that are kept; beyond them, those that were not asked for since the last change go. */
const KEPT = 4_000

/** Words and pictures of the posts that are or were in sight: the calendar knows thousands of posts, and shows a few. */
export const usePostFaces = defineStore('post-faces', () => {
  const api = useApi()
  const shell = useClientShell()
  const faces = shallowRef<ReadonlyMap<string, PostFace>>(new Map())
  /** Counts how often what is known has become old: what is in sight is then asked for once more. */
  const round = ref(0)
  let asked = new Set<string>()

  function keep(found: readonly PostFace[]): void {
    const before = faces.value
    const changed = found.filter((face) => !isSame(before.get(face.postId), face))
    // What says the same is not drawn again.
    if (changed.length === 0) return
    const known = before.size > KEPT ? [...before].filter(([id]) => asked.has(id)) : before
    faces.value = new Map([...known, ...changed.map((face) => [face.postId, face] as const)])
  }

  async function read(postIds: string[]): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const now = asked
    try {
      const found = await api.calendar.faces({ clientId, postIds })
      if (clientId === shell.currentId) keep(found.faces)
    } catch (error) {
      for (const id of postIds) now.delete(id)
      throw error
    }
  }

  /** Asks for the faces of posts that are not known or may be old. @throws AppError of the query */
  async function ask(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !asked.has(id))
    for (const id of missing) asked.add(id)
    const parts = Array.from({ length: Math.ceil(missing.length / MOST) }, (_, part) => missing.slice(part * MOST, (part + 1) * MOST))
    await Promise.all(parts.map(read))
  }

  /** Something has changed: what is known is shown until it has been read anew. */
  function age(): void {
    asked = new Set()
    round.value += 1
  }

  const tileFace = (tile: CalendarTile): TileFace => faceOf(tile, faces.value.get(tile.postId))
  /** Its title, else its first words as far as they are known; may be empty. */
  const nameOf = (tile: CalendarTile): string => tileFace(tile).name

  watch(
    () => shell.currentId,
    () => {
      faces.value = new Map()
      age()
    },
    { flush: 'sync' }
  )

  return { faces, round, ask, age, tileFace, nameOf }
})
