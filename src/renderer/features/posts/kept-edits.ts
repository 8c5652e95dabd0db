import type { Edits } from './autosave'

const keyOf = (postId: string): string => `greenroom.words.${postId}`

/**
 * Words of a post that were typed in this tab and are not stored, since the host went away. They stay with the tab, and only with
 * it: other programs may have the address of the app one day, and what lies in the browser for good would be theirs to read.
 */
export function readKeptEdits(postId: string): [key: string, value: unknown][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(postId)) ?? '[]')
    return Array.isArray(kept) ? (kept as [string, unknown][]) : []
  } catch {
    return []
  }
}

/** A full or forbidden storage keeps nothing; the words are still on the page. */
export function keepEdits(postId: string, edits: Edits): void {
  try {
    if (edits.size === 0) sessionStorage.removeItem(keyOf(postId))
    else sessionStorage.setItem(keyOf(postId), JSON.stringify([...edits]))
  } catch {
    return
  }
}
