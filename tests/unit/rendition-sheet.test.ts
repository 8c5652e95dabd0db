import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layRows, sheetMeasures } from '../../src/main/core/features/renditions/sheet-layout'

const size = fc.record({ width: fc.integer({ min: 16, max: 6000 }), height: fc.integer({ min: 16, max: 6000 }) })

describe('the rows of a contact sheet', () => {
  it('hold every picture once, in order, within the page', () => {
    fc.assert(
      fc.property(fc.array(fc.array(size, { maxLength: 20 }), { maxLength: 5 }), (groups) => {
        const rows = layRows(groups)
        expect(rows.flat().map(({ picture }) => picture)).toEqual(groups.flat())
        for (const row of rows) {
          const width = row.reduce((sum, { column }) => sum + column, sheetMeasures.gap * (row.length - 1))
          if (row.length > 1) expect(width).toBeLessThanOrEqual(sheetMeasures.row + 1e-6)
        }
      })
    )
  })

  it('show pictures true to their own shape', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 30 }), (pictures) => {
        for (const { picture, width, height } of layRows([pictures]).flat()) {
          expect(width / height).toBeCloseTo(picture.width / picture.height, 6)
        }
      })
    )
  })

  it('show pictures true to scale among each other', () => {
    const [story, square] = layRows([[{ width: 1080, height: 1920 }, { width: 1080, height: 1080 }]]).flat()
    expect(story?.width).toBeCloseTo(square?.width ?? 0, 6)
    expect((story?.height ?? 0) / (square?.height ?? 1)).toBeCloseTo(1920 / 1080, 6)
  })

  it('keep an avatar large enough to be seen', () => {
    const [, avatar] = layRows([[{ width: 1080, height: 1920 }, { width: 98, height: 98 }]]).flat()
    expect(avatar?.width).toBeGreaterThanOrEqual(sheetMeasures.smallest)
  })

  it('begin anew with a placement, unless it has a picture or two', () => {
    const square = { width: 1080, height: 1080 }
    const lengths = (...counts: number[]) => layRows(counts.map((count) => Array.from({ length: count }, () => square))).map((row) => row.length)
    expect(lengths(3, 3)).toEqual([3, 3])
    expect(lengths(1, 1, 1)).toEqual([3])
    expect(lengths(1, 3)).toEqual([1, 3])
  })

  it('are none for no pictures', () => {
    expect(layRows([])).toEqual([])
  })
})
