import { describe, expect, it } from 'vitest'
import { ROOM } from '../../src/main/core/features/reports/slides/deck'
import { linesOf, sizeForLine } from '../../src/main/core/features/reports/slides/measure'
import { heightsOf, inSlides, type Piece } from '../../src/main/core/features/reports/slides/pages'

const piece = (title: string, least: number, most: number): Piece => ({ title, least, most, draw: () => undefined })
const names = (slides: readonly Piece[][]): (string | null)[][] => slides.map((slide) => slide.map(({ title }) => title))

describe('pieces of a section on slides', () => {
  it('stand together where they fit, in their order', () => {
    expect(names(inSlides([piece('tiles', 1.3, 3), piece('chart', 2.2, ROOM)]))).toEqual([['tiles', 'chart']])
    expect(names(inSlides([piece('chart', 2.2, ROOM), piece('table', 1.6, 2.4)]))).toEqual([['chart', 'table']])
  })

  it('leave no slide to a small table alone where it can stand with what is before it', () => {
    expect(names(inSlides([piece('tiles', 1.3, 3), piece('chart', 2.2, ROOM), piece('table', 1.2, 1.6)]))).toEqual([['tiles'], ['chart', 'table']])
  })

  it('have a slide of their own where they are larger than one', () => {
    expect(names(inSlides([piece('words', ROOM + 3, ROOM + 3), piece('more', 1, 1)]))).toEqual([['words'], ['more']])
    expect(inSlides([])).toEqual([])
  })

  it('share the room of a slide, each to what it can use', () => {
    const [tiles = 0, chart = 0] = heightsOf([piece('tiles', 1.3, 1.6), piece('chart', 2.2, ROOM)])
    expect(tiles).toBeCloseTo(1.6)
    expect(tiles + chart).toBeLessThan(ROOM)
    expect(chart).toBeGreaterThan(2.2)
  })
})

describe('words measured before they are drawn', () => {
  it('take more lines where they are longer, larger or have less room', () => {
    expect(linesOf('short', 4, 14)).toBe(1)
    expect(linesOf('a\nb', 4, 14)).toBe(2)
    expect(linesOf('x'.repeat(200), 4, 14)).toBeGreaterThan(linesOf('x'.repeat(200), 8, 14))
  })

  it('are set smaller where they would not stay on their line', () => {
    expect(sizeForLine('79,680', 2.6, 48, 16)).toBe(48)
    expect(sizeForLine('£1,281,999,123.99', 2.6, 48, 16)).toBeLessThan(20)
  })
})
