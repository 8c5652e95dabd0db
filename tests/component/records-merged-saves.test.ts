import { describe, expect, it } from 'vitest'
import { useMergedSaves } from '../../src/renderer/features/records'

interface Note {
  id: string
  name: string
  text: string
}

describe('records that are written whole', () => {
  it('lose nothing when two fields are changed before the core has answered', async () => {
    const shown: Note = { id: 'a', name: 'old', text: 'old' }
    const written: Note[] = []
    const save = useMergedSaves<Note>(() => shown, (next) => {
      written.push(next)
      return Promise.resolve(next)
    })
    save('a', () => ({ name: 'new' }))
    save('a', () => ({ text: 'new' }))
    await new Promise((resolve) => setTimeout(resolve))
    save('a', ({ text }) => ({ text: `${text}er` }))
    await new Promise((resolve) => setTimeout(resolve))
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
    await new Promise((resolve) => setTimeout(resolve))
    save('a', () => ({ text: 'new' }))
    await new Promise((resolve) => setTimeout(resolve))
    expect(written.at(-1)).toEqual({ id: 'a', name: 'old', text: 'new' })
    shown = { id: 'a', name: 'undone', text: 'undone' }
    save('a', () => ({ text: 'again' }))
    await new Promise((resolve) => setTimeout(resolve))
    expect(written.at(-1)).toEqual({ id: 'a', name: 'undone', text: 'again' })
  })
})
