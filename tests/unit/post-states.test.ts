import { describe, expect, it } from 'vitest'
import { canBecome, needsNote, needsTime, nextStates, stateAfterEdit, variantStatus } from '../../src/shared/features/posts/post-states'
import { variantState, type VariantState } from '../../src/shared/features/posts/posts.schema'

const instant = '2026-10-25T00:30:00.000Z'
const later = (minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString()
const shown = (state: VariantState, now: string) => variantStatus({ state, planned: { instant } }, now)

describe('the status of a variant', () => {
  it('is its state until its time has come', () => {
    for (const state of variantState.options) expect(shown(state, later(-1))).toBe(state)
  })

  it('is due from the minute it is planned for, and overdue when an hour has passed', () => {
    expect([0, 59, 60, 61].map((minutes) => shown('scheduled', later(minutes)))).toEqual(['due', 'due', 'due', 'overdue'])
  })

  it('is overdue at once where it was never made ready', () => {
    for (const state of ['draft', 'in-review', 'changes-requested', 'approved'] as const) expect(shown(state, later(0))).toBe('overdue')
  })

  it('never becomes published by itself, and stays what it is once it is over', () => {
    for (const state of ['handed-over', 'published', 'missed', 'archived'] as const) expect(shown(state, later(10_000))).toBe(state)
    const open = variantState.options.filter((state) => state !== 'published')
    expect(open.map((state) => shown(state, later(100_000)))).not.toContain('published')
  })

  it('is its state where it has no time', () => {
    expect(variantStatus({ state: 'draft', planned: null }, later(0))).toBe('draft')
  })
})

describe('the steps of a variant', () => {
  it('lead to published only by scheduled, handed over, or a miss that turns out to be none', () => {
    expect(variantState.options.filter((from) => canBecome(from, 'published'))).toEqual(['scheduled', 'handed-over', 'missed'])
  })

  it('lead nowhere from published', () => {
    expect(nextStates('published')).toEqual([])
  })

  it('never stay where they are', () => {
    for (const state of variantState.options) expect(canBecome(state, state)).toBe(false)
  })

  it('ask for a time or for a sentence where one is needed', () => {
    expect(variantState.options.filter(needsTime)).toEqual(['scheduled', 'handed-over', 'published', 'missed'])
    expect(variantState.options.filter(needsNote)).toEqual(['changes-requested', 'missed'])
  })

  it('take an approval back when what was approved changed, and nothing else', () => {
    expect(variantState.options.filter((state) => stateAfterEdit(state) !== state)).toEqual(['approved'])
  })
})
