import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useSavedText } from '../../src/renderer/features/assets/use-saved-text'

let scope: EffectScope
const written: [string, string][] = []
const id = ref('one')
const stored = ref('old')

function field() {
  return scope.run(() =>
    useSavedText(
      () => id.value,
      () => stored.value,
      async (key, text) => {
        written.push([key, text])
      }
    )
  )!
}

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
  written.length = 0
  id.value = 'one'
  stored.value = 'old'
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('text that is saved while it is typed', () => {
  it('is written once, a moment after the last keystroke', () => {
    const { text } = field()
    text.value = 'n'
    text.value = 'new'
    expect(written).toEqual([])
    vi.runAllTimers()
    expect(written).toEqual([['one', 'new']])
  })

  it('is written to what it was typed for when another thing is shown', async () => {
    const { text } = field()
    text.value = 'new'
    id.value = 'two'
    stored.value = 'other'
    await nextTick()
    expect(written).toEqual([['one', 'new']])
    expect(text.value).toBe('other')
  })

  it('is written when the part goes away', () => {
    const { text } = field()
    text.value = 'new'
    scope.stop()
    expect(written).toEqual([['one', 'new']])
  })

  it('takes over what an undo brought back', async () => {
    const { text } = field()
    stored.value = 'older'
    await nextTick()
    vi.runAllTimers()
    expect(text.value).toBe('older')
    expect(written).toEqual([])
  })
})
