import { describe, expect, it } from 'vitest'
import { rangeOf } from '../../src/main/hosts/web/byte-range'

describe('a range of bytes', () => {
  it.each([
    [null, undefined],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-400', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-400', { first: 0, last: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-0', null],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined],
    ['bytes=-', undefined],
    ['bytes=99999999999999999999-', undefined]
  ])('%s of a hundred', (header, wanted) => {
    expect(rangeOf(header, 100)).toEqual(wanted)
  })

  it('of nothing is none', () => {
    expect(rangeOf('bytes=0-', 0)).toBeNull()
  })
})
