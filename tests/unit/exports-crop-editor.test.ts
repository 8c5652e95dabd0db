import { describe, expect, it } from 'vitest'
import { arrowStep, dragCorner, moveCrop, movePoint, scaleCrop, shapedCrop } from '../../src/renderer/features/renditions/crop-editor.rules'
import { bandsOf, coveredAreas, fitInto, pictureBehindWindow } from '../../src/renderer/features/renditions/crop-picture.layout'

const source = { width: 3000, height: 2000 }
const square = { width: 1080, height: 1080 }
const whole = { left: 0.2, top: 0, width: 2 / 3, height: 1 }
const ratio = (rect: { width: number; height: number }): number => (rect.width * source.width) / (rect.height * source.height)

describe('a crop adjusted by hand', () => {
  it('stops at the edges when it is moved', () => {
    expect(moveCrop({ left: 0.5, top: 0.5, width: 0.4, height: 0.4 }, { x: 0.5, y: -0.9 })).toEqual({ left: 0.6, top: 0, width: 0.4, height: 0.4 })
  })

  it('keeps the shape of the placement when it is made smaller or larger', () => {
    const smaller = scaleCrop(whole, 0.5, source, square)
    expect(ratio(smaller)).toBeCloseTo(1, 3)
    expect(smaller.width).toBeCloseTo(1 / 3, 3)
    expect(ratio(scaleCrop(smaller, 9, source, square))).toBeCloseTo(1, 3)
    expect(scaleCrop(smaller, 9, source, square).height).toBeCloseTo(1, 4)
  })

  it('brings a part of another shape into the shape of the placement', () => {
    expect(ratio(shapedCrop({ left: 0, top: 0, width: 0.5, height: 0.2 }, source, square))).toBeCloseTo(1, 3)
  })

  it('holds the opposite corner while one is dragged', () => {
    const rect = { left: 0.2, top: 0.1, width: 0.4, height: 0.6 }
    const dragged = dragCorner(rect, 'bottom-right', { x: 0.4, y: 0.2 }, source, square)
    expect([dragged.left, dragged.top]).toEqual([0.2, 0.1])
    expect(ratio(dragged)).toBeCloseTo(1, 3)
    const other = dragCorner(rect, 'top-left', { x: 0.3, y: 0.3 }, source, square)
    expect(other.left + other.width).toBeCloseTo(0.6, 3)
    expect(other.top + other.height).toBeCloseTo(0.7, 3)
  })

  it('goes 1 % with an arrow key and 10 % with Shift, and leaves other keys alone', () => {
    expect(arrowStep('ArrowLeft', false)).toEqual({ x: -0.01, y: 0 })
    expect(arrowStep('ArrowDown', true)).toEqual({ x: 0, y: 0.1 })
    expect(arrowStep('Enter', false)).toBeUndefined()
  })

  it('keeps the focal point in the picture', () => {
    expect(movePoint({ x: 0.95, y: 0.5 }, { x: 0.1, y: 0 })).toEqual({ x: 1, y: 0.5 })
  })
})

describe('how a crop is drawn', () => {
  it('puts the picture behind its window so that only the crop shows', () => {
    expect(pictureBehindWindow({ left: 0.25, top: 0, width: 0.5, height: 1 })).toEqual({ left: '-50%', top: '0%', width: '200%', height: '100%' })
  })

  it('hatches each covered pixel once', () => {
    const bands = bandsOf({ top: 10, right: 20, bottom: 30, left: 40 }, { width: 100, height: 100 })
    expect(bands.reduce((sum, band) => sum + band.width * band.height, 0)).toBeCloseTo(1 - 0.4 * 0.6, 6)
    expect(coveredAreas({ width: 100, height: 100, safeZone: null, keepOut: [0, 50, 50, 100] })).toEqual([{ left: 0, top: 0.5, width: 0.5, height: 0.5 }])
  })

  it('fits a shape into a box without changing it', () => {
    expect(fitInto({ width: 1080, height: 1920 }, { width: 200, height: 96 })).toEqual({ width: 54, height: 96 })
  })
})
