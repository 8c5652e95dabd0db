import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useSavedDraft } from '../../src/renderer/ui/use-saved-draft'

let scope: EffectScope
const saved: [string, string][] = []
const identity = ref('one')
const stored = ref('old')
const needed = ref(false)

function field() {
  return scope.run(() => useSavedDraft(() => identity.value, () => stored.value, () => needed.value, (text, id) => saved.push([id, text])))!
}

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
  saved.length = 0
  identity.value = 'one'
  stored.value = 'old'
  needed.value = false
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a field that saves by itself', () => {
  it('saves once, a moment after the last keystroke, or at once when it is left', () => {
    const { draft, enter, leave } = field()
    enter()
    draft.value = 'n'
    draft.value = 'new'
    vi.runAllTimers()
    draft.value = 'newer'
    leave()
    expect(saved).toEqual([['one', 'new'], ['one', 'newer']])
  })

  it('saves nothing when the words are again what they were, also before the core has answered', () => {
    const { draft, leave } = field()
    draft.value = 'new'
    draft.value = 'old'
    leave()
    expect(saved).toEqual([])
    draft.value = 'new'
    leave()
    draft.value = 'old'
    leave()
    expect(saved).toEqual([['one', 'new'], ['one', 'old']])
  })

  it('keeps a blank at the end while the hand is in it, and shows what was stored once it is left', async () => {
    const { draft, enter, leave } = field()
    enter()
    draft.value = 'two words '
    vi.runAllTimers()
    stored.value = 'two words'
    await nextTick()
    expect(draft.value).toBe('two words ')
    leave()
    stored.value = 'changed elsewhere'
    await nextTick()
    expect(draft.value).toBe('changed elsewhere')
  })

  it('gives words to the thing they were typed for when another is shown', async () => {
    const { draft, enter } = field()
    enter()
    draft.value = 'for one'
    identity.value = 'two'
    stored.value = 'of two'
    await nextTick()
    expect(saved).toEqual([['one', 'for one']])
    expect(draft.value).toBe('of two')
  })

  it('does not save an empty name, and shows the stored one again when it is left', () => {
    needed.value = true
    const { draft, leave } = field()
    draft.value = '  '
    vi.runAllTimers()
    leave()
    expect(saved).toEqual([])
    expect(draft.value).toBe('old')
  })

  it('saves what is unsaved when it goes away', () => {
    const { draft } = field()
    draft.value = 'last words'
    scope.stop()
    expect(saved).toEqual([['one', 'last words']])
  })
})
