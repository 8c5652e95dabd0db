import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { shallowRef, type ShallowRef } from 'vue'
import { useSaveState } from '../../src/renderer/app'
import { useMergedSaves } from '../../src/renderer/features/records'

interface Note {
  id: string
  name: string
  text: string
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Saves of a record that is shown as it was read, whatever was written since. */
function savesOf(shown: Readonly<ShallowRef<Note>>) {
  const written: Note[] = []
  const save = useMergedSaves<Note>(() => shown.value, (next) => {
    written.push(next)
    return Promise.resolve({ ...next })
  })
  return { written, save }
}

describe('records that are written whole', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('lose nothing when two fields are changed before the core has answered', async () => {
    const shown: Note = { id: 'a', name: 'old', text: 'old' }
    const written: Note[] = []
    const save = useMergedSaves<Note>(() => shown, (next) => {
      written.push(next)
      return Promise.resolve(next)
    })
    save('a', () => ({ name: 'new' }))
    save('a', () => ({ text: 'new' }))
    await settled()
    save('a', ({ text }) => ({ text: `${text}er` }))
    await settled()
    expect(written.at(-1)).toEqual({ id: 'a', name: 'new', text: 'newer' })
  })

  it('begin from what is shown once that has changed, and after a write that failed', async () => {
    let shown: Note = { id: 'a', name: 'old', text: 'old' }
    const written: Note[] = []
    const save = useMergedSaves<Note>(() => shown, (next) => {
      written.push(next)
      return Promise.resolve(next.name === 'taken' ? undefined : next)
    })
    save('a', () => ({ name: 'taken' }))
    await settled()
    save('a', () => ({ text: 'new' }))
    await settled()
    expect(written.at(-1)).toEqual({ id: 'a', name: 'old', text: 'new' })
    shown = { id: 'a', name: 'undone', text: 'undone' }
    save('a', () => ({ text: 'again' }))
    await settled()
    expect(written.at(-1)).toEqual({ id: 'a', name: 'undone', text: 'again' })
  })
  it('keep a change when what was read before it was written is shown after it', async () => {
    const shown = shallowRef<Note>({ id: 'a', name: 'old', text: 'old' })
    const { written, save } = savesOf(shown)
    save('a', () => ({ name: 'new' }))
    await settled()
    save('a', () => ({ text: 'new' }))
    shown.value = { id: 'a', name: 'new', text: 'old' }
    await settled()
    save('a', ({ text }) => ({ name: `after ${text}` }))
    await settled()
    expect(written.at(-1)).toEqual({ id: 'a', name: 'after new', text: 'new' })
  })

  it('begin from what undo brought back, though it was here before', async () => {
    const first: Note = { id: 'a', name: 'old', text: 'old' }
    const shown = shallowRef(first)
    const { written, save } = savesOf(shown)
    save('a', () => ({ name: 'new' }))
    await settled()
    shown.value = { ...first, name: 'new' }
    await settled()
    shown.value = { ...first }
    save('a', () => ({ text: 'new' }))
    await settled()
    expect(written.at(-1)).toEqual({ id: 'a', name: 'old', text: 'new' })
  })

  it('count as being saved from the change on, not only while they are written', async () => {
    const shown: Note = { id: 'a', name: 'old', text: 'old' }
    const answers: (() => void)[] = []
    const save = useMergedSaves<Note>(() => shown, (next) => new Promise((resolve) => answers.push(() => resolve(next))))
    const state = useSaveState()
    save('a', () => ({ name: 'new' }))
    save('a', () => ({ text: 'new' }))
    await settled()
    answers[0]?.()
    const seen = new Set<string>()
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.resolve()
      seen.add(state.state)
    }
    expect([...seen]).toEqual(['saving'])
    await settled()
    answers[1]?.()
    await settled()
    expect(state.state).toBe('saved')
  })
})
