import { nextStates } from '@shared/features/posts/post-states'
import type { Variant, VariantState, VariantStatus } from '@shared/features/posts/posts.schema'
import type { MessageKey, Tone } from '../../ui'

/** Each state has a color and a shape or word; the word is `composer.state.<state>`. */
export const toneOf: Readonly<Record<VariantStatus, Tone>> = {
  draft: 'neutral',
  'in-review': 'info',
  'changes-requested': 'warn',
  approved: 'ok',
  scheduled: 'accent',
  'handed-over': 'info',
  published: 'ok',
  missed: 'danger',
  archived: 'neutral',
  due: 'warn',
  overdue: 'danger'
}

export const stateKey = (status: VariantStatus): MessageKey => `composer.state.${status}`
export const stepKey = (state: VariantState): MessageKey => `composer.step.${state}`

/** The way a post goes; the first step that is open is the one offered. */
const forward: Readonly<Partial<Record<VariantState, VariantState>>> = {
  draft: 'in-review',
  'changes-requested': 'in-review',
  'in-review': 'approved',
  approved: 'scheduled'
}
const order: readonly VariantState[] = ['changes-requested', 'draft', 'in-review', 'approved']
/** Done elsewhere: with the files in hand, and the address of what was published. */
const elsewhere: ReadonlySet<VariantState> = new Set(['handed-over', 'published'])

export interface NextStep {
  state: VariantState
  /** Those that take it. */
  ids: string[]
}

/** The next step of the variants that are furthest behind. */
export function nextStep(variants: readonly Pick<Variant, 'id' | 'state'>[]): NextStep | undefined {
  for (const from of order) {
    const state = forward[from]
    const behind = variants.filter((variant) => forward[variant.state] === state && state !== undefined)
    if (state !== undefined && variants.some((variant) => variant.state === from)) return { state, ids: behind.map(({ id }) => id) }
  }
  return undefined
}

/** All steps that at least one of the variants can take, each with those that can. */
export function openSteps(variants: readonly Pick<Variant, 'id' | 'state'>[]): NextStep[] {
  const steps = new Map<VariantState, string[]>()
  for (const { id, state } of variants) {
    for (const next of nextStates(state)) if (!elsewhere.has(next)) steps.set(next, [...(steps.get(next) ?? []), id])
  }
  return [...steps].map(([state, ids]) => ({ state, ids }))
}
