import type { VariantState, VariantStatus } from './posts.schema'

/** A scheduled post is due from its time on, and overdue when nobody has handed it over this many minutes later. */
export const overdueAfterMinutes = 60

/** What is over, or out of our hands: it neither moves with its post nor becomes due. */
export const settledStates = ['handed-over', 'published', 'missed', 'archived'] as const satisfies readonly VariantState[]
/** What is still to go out. */
export const openStates = ['draft', 'in-review', 'changes-requested', 'approved', 'scheduled'] as const satisfies readonly VariantState[]
/** What went out, or was given out: it keeps the words and pictures it had. */
export const outStates = ['handed-over', 'published'] as const satisfies readonly VariantState[]

const ways: Record<VariantState, readonly VariantState[]> = {
  draft: ['in-review', 'approved', 'scheduled', 'missed', 'archived'],
  'in-review': ['draft', 'changes-requested', 'approved', 'missed', 'archived'],
  'changes-requested': ['draft', 'in-review', 'approved', 'missed', 'archived'],
  approved: ['draft', 'in-review', 'changes-requested', 'scheduled', 'handed-over', 'missed', 'archived'],
  scheduled: ['draft', 'in-review', 'changes-requested', 'approved', 'handed-over', 'published', 'missed', 'archived'],
  'handed-over': ['draft', 'scheduled', 'published', 'missed', 'archived'],
  // A record: a mistake is taken back with undo.
  published: [],
  missed: ['draft', 'scheduled', 'published', 'archived'],
  archived: ['draft']
}

const timed: readonly VariantState[] = ['scheduled', 'handed-over', 'published', 'missed']
const explained: readonly VariantState[] = ['changes-requested', 'missed']

/** The states that a variant can be given next, in the order of a post's life. */
export const nextStates = (from: VariantState): readonly VariantState[] => ways[from]
export const canBecome = (from: VariantState, to: VariantState): boolean => ways[from].includes(to)
/** States that only a variant with a time can have. */
export const needsTime = (state: VariantState): boolean => timed.includes(state)
/** States that come with a sentence: what should change, or why it was missed. */
export const needsNote = (state: VariantState): boolean => explained.includes(state)
export const isSettled = (state: VariantState): boolean => (settledStates as readonly VariantState[]).includes(state)

/** Whose approval ends when its words or media change: it has to be looked at again. */
export const stateAfterEdit = (state: VariantState): VariantState => (state === 'approved' ? 'in-review' : state)

/** The instant from which a scheduled variant is overdue, seen from `now`: those planned before it are. */
export function overdueBefore(now: string): string {
  return new Date(Date.parse(now) - overdueAfterMinutes * 60_000).toISOString()
}

/**
 * What is shown of a variant: its state, or that its time has come. Never "published" before a person said so.
 * @param now an instant, ISO 8601 in UTC
 */
export function variantStatus(variant: { state: VariantState; planned: { instant: string } | null }, now: string): VariantStatus {
  const { state, planned } = variant
  if (!planned || isSettled(state) || planned.instant > now) return state
  return state === 'scheduled' && planned.instant >= overdueBefore(now) ? 'due' : 'overdue'
}
