import { defineStore } from 'pinia'
import { effectScope, watch } from 'vue'
import { createAutosave, type Autosave, type Edits } from './autosave'
import { keepEdits, readKeptEdits } from './kept-edits'

type Write = (edits: Edits) => Promise<unknown>

/**
 * Words on their way, by post. They outlive the page they were typed on: what could not be stored yet is tried again, and is there
 * when the person comes back to the post, after a reload too.
 */
export const useUnsavedWords = defineStore('unsaved-words', () => {
  const open = new Map<string, { saves: Autosave; write: Write }>()

  /** The words of a post, from now on stored by `write`. */
  function of(postId: string, write: Write): Autosave {
    const known = open.get(postId)
    if (known) {
      known.write = write
      return known.saves
    }
    const entry: { saves: Autosave; write: Write } = { saves: createAutosave((edits) => entry.write(edits)), write }
    open.set(postId, entry)
    for (const [key, value] of readKeptEdits(postId)) entry.saves.set(key, value)
    // As long as the words are there, and not as long as the page that they are typed on.
    effectScope(true).run(() => watch(() => [...entry.saves.edits], () => keepEdits(postId, entry.saves.edits), { flush: 'sync' }))
    return entry.saves
  }

  /** To be called when the page goes; words that wait are kept. */
  function release(postId: string): void {
    if (open.get(postId)?.saves.dirty.value === false) open.delete(postId)
  }

  return { of, release }
})
