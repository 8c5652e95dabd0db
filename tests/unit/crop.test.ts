import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameFor, pointInTarget, type FrameRequest } from '../../src/shared/channels/crop'

const request = (changes: Partial<FrameRequest> = {}): FrameRequest => ({
  source: { width: 4000, height: 3000 },
  target: { width: 1080, height: 1350 },
  fit: 'cover',
  focal: { x: 0.5, y: 0.5 },
  allowUpscale: false,
  ...changes
})

describe('cover', () => {
  it('fills the target around a focal point in the middle', () => {
    const frame = frameFor(request())
    expect(frame).toMatchObject({ padded: false, upscale: 1, drawn: { left: 0, top: 0, width: 1080, height: 1350 } })
    expect(frame.cropPx).toEqual({ left: 800, top: 0, width: 2400, height: 3000 })
    expect(frame.scale).toBeCloseTo(0.45)
  })

  it('keeps the focal point as near to the center as the edge allows', () => {
    expect(frameFor(request({ focal: { x: 0.4, y: 0.5 } })).cropPx.left).toBe(400)
    expect(frameFor(request({ focal: { x: 0.05, y: 0.5 } })).cropPx.left).toBe(0)
    expect(frameFor(request({ focal: { x: 1, y: 1 } })).cropPx.left).toBe(1600)
  })

  it('does not enlarge: it shows the largest part that fits at its own size, and pads the rest', () => {
    const frame = frameFor(request({ source: { width: 5000, height: 800 }, target: { width: 1080, height: 1920 } }))
    expect(frame).toMatchObject({ scale: 1, padded: true, drawn: { left: 0, top: 560, width: 1080, height: 800 } })
    expect(frame.cropPx).toEqual({ left: 1960, top: 0, width: 1080, height: 800 })
    expect(frame.upscale).toBeCloseTo(2.4)
  })

  it('enlarges when that is allowed', () => {
    const frame = frameFor(request({ source: { width: 500, height: 500 }, allowUpscale: true }))
    expect(frame).toMatchObject({ padded: false, scale: 2.7, upscale: 2.7 })
  })
})

describe('contain', () => {
  it('shows all of the picture and pads', () => {
    const frame = frameFor(request({ fit: 'contain' }))
    expect(frame.crop).toEqual({ left: 0, top: 0, width: 1, height: 1 })
    expect(frame).toMatchObject({ padded: true, drawn: { left: 0, top: 270, width: 1080, height: 810 } })
  })

  it('leaves no line of padding where the shape fits but for rounding', () => {
    const frame = frameFor(request({ fit: 'contain', source: { width: 3001, height: 3751 } }))
    expect(frame).toMatchObject({ padded: false, drawn: { width: 1080, height: 1350 } })
  })

  it('draws a small picture at its own size', () => {
    const frame = frameFor(request({ fit: 'contain', source: { width: 300, height: 200 } }))
    expect(frame).toMatchObject({ scale: 1, padded: true, drawn: { left: 390, top: 575, width: 300, height: 200 } })
    expect(frame.upscale).toBeCloseTo(3.6)
  })
})

describe('a crop by hand', () => {
  it('wins over the focal point and the fit', () => {
    const crop = { left: 0.1, top: 0.2, width: 0.4, height: 2 / 3 }
    const frame = frameFor(request({ crop, fit: 'contain', focal: { x: 1, y: 1 } }))
    expect(frame.cropPx).toEqual({ left: 400, top: 600, width: 1600, height: 2000 })
    expect(frame.padded).toBe(false)
  })

  it('of another shape is shown whole, padded', () => {
    const frame = frameFor(request({ crop: { left: 0, top: 0, width: 1, height: 0.5 } }))
    expect(frame).toMatchObject({ padded: true, drawn: { width: 1080, height: 405 } })
  })

  it('of too few pixels keeps its own size', () => {
    const frame = frameFor(request({ crop: { left: 0.5, top: 0.5, width: 0.1, height: 1 / 6 } }))
    expect(frame).toMatchObject({ scale: 1, padded: true, drawn: { left: 340, top: 425, width: 400, height: 500 } })
    expect(frame.upscale).toBeCloseTo(2.7)
  })

  it('that reaches out of the picture is pushed back in', () => {
    const frame = frameFor(request({ crop: { left: 0.9, top: -0.5, width: 0.4, height: 2 / 3 } }))
    expect(frame.cropPx).toEqual({ left: 2400, top: 0, width: 1600, height: 2000 })
  })
})

describe('every frame', () => {
  const side = fc.integer({ min: 1, max: 20_000 })
  const size = fc.record({ width: side, height: side })
  const target = fc.record({ width: fc.integer({ min: 16, max: 4096 }), height: fc.integer({ min: 16, max: 4096 }) })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const part = fc.double({ min: 0.01, max: 1, noNaN: true })
  const crop = fc.option(
    fc.record({ left: share, top: share, width: part, height: part })
  )
  const requests = fc.record({
    source: size, target, fit: fc.constantFrom('cover', 'contain'), focal: fc.record({ x: share, y: share }), crop,
    allowUpscale: fc.boolean()
  })

  it('stays inside the picture and inside the target, in whole pixels', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { crop: shown, cropPx, drawn } = frameFor(asked)
      const inside = [shown.left, shown.top, 1 - shown.left - shown.width, 1 - shown.top - shown.height]
      expect(Math.min(...inside)).toBeGreaterThan(-1e-9)
      expect(cropPx.left + cropPx.width).toBeLessThanOrEqual(asked.source.width)
      expect(cropPx.top + cropPx.height).toBeLessThanOrEqual(asked.source.height)
      expect(Object.values(drawn).every(Number.isInteger)).toBe(true)
      expect(Math.min(drawn.left, drawn.top, drawn.width - 1, drawn.height - 1)).toBeGreaterThanOrEqual(0)
      expect(drawn.left + drawn.width).toBeLessThanOrEqual(asked.target.width)
      expect(drawn.top + drawn.height).toBeLessThanOrEqual(asked.target.height)
    }))
  })

  it('enlarges nothing beyond the rounding of a pixel unless allowed', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { crop: shown, drawn } = frameFor({ ...asked, allowUpscale: false })
      expect(drawn.width).toBeLessThanOrEqual(Math.ceil(shown.width * asked.source.width) + 1)
      expect(drawn.height).toBeLessThanOrEqual(Math.ceil(shown.height * asked.source.height) + 1)
    }))
  })

  it('is filled when the picture is large enough and cover is asked for', () => {
    fc.assert(fc.property(requests, (asked) => {
      const frame = frameFor({ ...asked, fit: 'cover', crop: null })
      if (frame.upscale === 1) expect(frame.padded).toBe(false)
    }))
  })

  it('shows the focal point wherever cover is asked for', () => {
    fc.assert(fc.property(requests, (asked) => {
      const frame = frameFor({ ...asked, fit: 'cover', crop: null })
      const { x, y } = pointInTarget(frame, asked.focal)
      expect(x).toBeGreaterThanOrEqual(frame.drawn.left - 1)
      expect(x).toBeLessThanOrEqual(frame.drawn.left + frame.drawn.width + 1)
      expect(y).toBeGreaterThanOrEqual(frame.drawn.top - 1)
      expect(y).toBeLessThanOrEqual(frame.drawn.top + frame.drawn.height + 1)
    }))
  })
})
