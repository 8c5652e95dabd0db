import type { VariantState } from '../posts/posts.schema'

/** A freeze that is on. */
export interface ActiveFreeze {
  id: string
  incidentId: string
  /** None named: all of them. */
  channelIds: readonly string[]
  /** Variants that somebody decided may go, while the others wait. */
  decided: readonly string[]
}

export interface Freezable {
  id: string | null
  channelId: string | null
  state: VariantState
}

/** What would go out: drafts and what is in review do not go out by themselves, and are frozen once they are approved. */
const goesOut: ReadonlySet<VariantState> = new Set(['approved', 'scheduled'])

export const covers = (freeze: Pick<ActiveFreeze, 'channelIds'>, channelId: string): boolean =>
  freeze.channelIds.length === 0 || freeze.channelIds.includes(channelId)

/** The freeze that holds a variant back; undefined where none does. */
export function holdingFreeze<F extends ActiveFreeze>(freezes: readonly F[], { id, channelId, state }: Freezable): F | undefined {
  if (id === null || channelId === null || !goesOut.has(state)) return undefined
  return freezes.find((freeze) => covers(freeze, channelId) && !freeze.decided.includes(id))
}
