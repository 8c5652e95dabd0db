import { describe, expect, it } from 'vitest'
import { enlarged } from '../../src/main/workers/media/enlarge'

const picture = (width: number, height: number, values: number[]) => ({
  data: Buffer.from(values.flatMap((value) => [value, value, value])), width, height, channels: 3 as const
})
const firstChannel = (data: Buffer): number[] => [...data].filter((_, at) => at % 3 === 0)

describe('enlarging a blurred picture', () => {
  it('goes straight from one pixel to the next', () => {
    const { data } = enlarged(picture(2, 1, [0, 200]), { width: 8, height: 1 })
    expect(firstChannel(data)).toEqual([0, 0, 25, 75, 125, 175, 200, 200])
  })

  it('goes down as it goes across', () => {
    const { data } = enlarged(picture(1, 2, [100, 200]), { width: 1, height: 4 })
    expect(firstChannel(data)).toEqual([100, 125, 175, 200])
  })

  it('keeps an even color even, at any size', () => {
    const { data, width, height } = enlarged(picture(3, 2, [90, 90, 90, 90, 90, 90]), { width: 50, height: 31 })
    expect([width, height, data.length]).toEqual([50, 31, 50 * 31 * 3])
    expect(new Set(data)).toEqual(new Set([90]))
  })

  it('fills any size from one pixel', () => {
    expect(new Set(enlarged(picture(1, 1, [7]), { width: 9, height: 9 }).data)).toEqual(new Set([7]))
  })
})
