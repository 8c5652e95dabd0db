import { describe, expect, it } from 'vitest'
import { isSame } from '../../src/renderer/features/calendar/is-same.rules'

describe('two answers', () => {
  it('are the same when they say the same, however often they were read', () => {
    const answer = { entries: [{ title: 'Harbor', planned: { time: '09:00' }, thumbnailUrl: null }], countries: ['NO'] }
    expect(isSame(answer, structuredClone(answer))).toBe(true)
    expect(isSame([], [])).toBe(true)
  })
  it('differ by a value deep inside, by one more entry, by a member that is not there, and by null', () => {
    expect(isSame({ a: [{ time: '09:00' }] }, { a: [{ time: '09:30' }] })).toBe(false)
    expect(isSame([1], [1, 2])).toBe(false)
    expect(isSame({ a: 1, b: undefined }, { a: 1, c: undefined })).toBe(false)
    expect(isSame({ a: null }, { a: {} })).toBe(false)
    expect(isSame([], {})).toBe(false)
  })
})
