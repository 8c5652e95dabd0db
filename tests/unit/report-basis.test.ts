import { describe, expect, it } from 'vitest'
import { seenBasis } from '../../src/main/core/features/reports/sections/kpis.section'

const source = (seen: number | null, postSeen: number | null) => ({ seen: { value: seen, known: 1, expected: 1 }, postSeen: { value: postSeen, known: 1, expected: 1 } })

describe('views in a report', () => {
  it('are those of the days of channels where every channel has them', () => {
    expect(seenBasis([source(10, 4), source(3, null)])).toBe('days')
  })

  it('are those of posts in the tile and the table alike where a channel has posts only', () => {
    expect(seenBasis([source(10, 4), source(null, 7)])).toBe('posts')
  })
})
