import { isSettled } from '@shared/features/posts/post-states'
import type { VariantState } from '@shared/features/posts/posts.schema'

/** The first channel of a post that still waits to be handed over; undefined where none does. */
export function nextToHandOver(channels: readonly { id: string | null; state: VariantState }[]): string | undefined {
  return channels.find(({ id, state }) => id !== null && (!isSettled(state) || state === 'handed-over'))?.id ?? undefined
}
