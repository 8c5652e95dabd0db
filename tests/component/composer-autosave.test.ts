import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type Autosave } from '../../src/renderer/features/posts/autosave'

const written: Record<string, unknown>[] = []
let answer: () => Promise<void>
let saves: Autosave

beforeEach(() => {
  vi.useFakeTimers()
  written.length = 0
  answer = () => Promise.resolve()
  saves = createAutosave(async (edits) => {
    written.push(Object.fromEntries(edits))
    await answer()
  })
})
afterEach(() => vi.useRealTimers())

describe('words that are typed', () => {
  it('are written once, at the first pause', async () => {
    saves.set('post:text', 'a')
    await vi.advanceTimersByTimeAsync(200)
    saves.set('post:text', 'ab')
    await vi.advanceTimersByTimeAsync(399)
    expect(written).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(written).toEqual([{ 'post:text': 'ab' }])
    expect(saves.dirty.value).toBe(false)
  })

  it('wait less than a second for a pause that does not come', async () => {
    for (let at = 0; at <= 900; at += 100) {
      saves.set('post:text', `typed for ${at} ms`)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(written[0]).toEqual({ 'post:text': 'typed for 700 ms' })
  })

  it('are stored of several fields together', async () => {
    saves.set('post:text', 'words')
    saves.set('x:text', null)
    await saves.flush()
    expect(written).toEqual([{ 'post:text': 'words', 'x:text': null }])
  })

  it('stay unsaved when they changed while the write was under way', async () => {
    let finish = (): void => undefined
    answer = () => new Promise((resolve) => (finish = resolve))
    saves.set('post:text', 'one')
    const first = saves.flush()
    await vi.advanceTimersByTimeAsync(0)
    saves.set('post:text', 'one two')
    answer = () => Promise.resolve()
    finish()
    await first
    expect(saves.edits.get('post:text')).toBe('one two')
    await vi.advanceTimersByTimeAsync(400)
    expect(written.at(-1)).toEqual({ 'post:text': 'one two' })
    expect(saves.dirty.value).toBe(false)
  })

  it('are written one write after the other', async () => {
    const running: string[] = []
    answer = async () => {
      running.push('begin')
      await new Promise((wake) => setTimeout(wake, 50))
      running.push('end')
    }
    saves.set('post:text', 'a')
    const first = saves.flush()
    saves.set('post:text', 'ab')
    const second = saves.flush()
    await vi.advanceTimersByTimeAsync(200)
    await Promise.all([first, second])
    expect(running).toEqual(['begin', 'end', 'begin', 'end'])
  })
})

describe('a write that fails', () => {
  it('keeps the words, says why, and is tried again', async () => {
    const reason = new Error('no host')
    answer = () => Promise.reject(reason)
    saves.set('post:text', 'kept')
    await vi.advanceTimersByTimeAsync(400)
    expect(saves.failure.value).toBe(reason)
    expect(saves.edits.get('post:text')).toBe('kept')
    answer = () => Promise.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    expect(written).toHaveLength(2)
    expect(saves.failure.value).toBeUndefined()
    expect(saves.dirty.value).toBe(false)
  })

  it('is tried less often the longer it fails', async () => {
    answer = () => Promise.reject(new Error('no host'))
    saves.set('post:text', 'kept')
    await vi.advanceTimersByTimeAsync(400 + 1000 + 2000 + 4000)
    expect(written).toHaveLength(4)
  })
})

it('a page that goes away does not wait for the pause', () => {
  saves.set('post:text', 'last words')
  saves.leave()
  expect(written).toEqual([{ 'post:text': 'last words' }])
})
