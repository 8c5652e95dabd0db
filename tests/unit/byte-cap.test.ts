import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  avifCurve, fitLadder, fitUnder, jpegCurve, webpCurve, type QualityCurve
} from '../../src/main/workers/media/byte-cap'

/** An encoder whose bytes follow the curve with a slope of its own and some unevenness. */
const encoder = (curve: QualityCurve, base: number, slope: number, unevenness = 0) => {
  const asked: number[] = []
  const size = (quality: number): number => {
    const wave = 1 + unevenness * Math.sin(quality * 7.3)
    return Math.round(base * Math.exp(slope * (curve.x(quality) - curve.x(82))) * wave)
  }
  const measure = (quality: number): Promise<number> => {
    asked.push(quality)
    return Promise.resolve(size(quality))
  }
  return { asked, size, measure }
}

const search = { start: 82, floor: 45 }

describe('fitting under a byte cap', () => {
  it('takes one encode where the start quality fits', async () => {
    const { measure, asked } = encoder(jpegCurve, 90_000, -0.63)
    expect(await fitUnder({ ...search, curve: jpegCurve, cap: 100_000, measure })).toEqual({ quality: 82, bytes: 90_000, encodes: 1 })
    expect(asked).toEqual([82])
  })

  it.each([['jpeg', jpegCurve], ['webp', webpCurve], ['avif', avifCurve]] as const)('takes two where %s follows its usual slope', async (_name, curve) => {
    const { measure } = encoder(curve, 160_000, curve.slope)
    const result = await fitUnder({ ...search, floor: 10, curve, cap: 100_000, measure })
    expect(result.encodes).toBe(2)
    expect(result.bytes).toBeGreaterThan(90_000)
    expect(result.bytes).toBeLessThanOrEqual(100_000)
  })

  it('says that even the floor is too large, and how large', async () => {
    const { measure, asked, size } = encoder(jpegCurve, 900_000, -0.63)
    const result = await fitUnder({ ...search, curve: jpegCurve, cap: 100_000, measure })
    expect(result).toMatchObject({ quality: null, bytes: size(45) })
    expect(asked.at(-1)).toBe(45)
  })

  it('never goes over the cap, below the floor or above the start, whatever the picture', async () => {
    const pictures = fc.record({
      curve: fc.constantFrom(jpegCurve, webpCurve, avifCurve),
      base: fc.integer({ min: 2_000, max: 5_000_000 }), cap: fc.integer({ min: 2_000, max: 1_000_000 }),
      steepness: fc.double({ min: 0.3, max: 2.5, noNaN: true }), unevenness: fc.double({ min: 0, max: 0.05, noNaN: true }),
      floor: fc.integer({ min: 1, max: 82 })
    })
    await fc.assert(fc.asyncProperty(pictures, async ({ curve, base, cap, steepness, unevenness, floor }) => {
      const { measure, asked, size } = encoder(curve, base, curve.slope * steepness, unevenness)
      const result = await fitUnder({ start: 82, floor, curve, cap, measure })
      expect(asked.every((quality) => quality >= floor && quality <= 82)).toBe(true)
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked.length).toBeLessThanOrEqual(8)
      if (result.quality === null) expect(size(floor)).toBeGreaterThan(cap)
      else expect(size(result.quality)).toBeLessThanOrEqual(cap)
    }))
  })

  it('needs two probes or fewer on average over ordinary pictures', async () => {
    const slopes = [0.8, 0.9, 1, 1.1, 1.2]
    const overs = [1.1, 1.3, 1.6, 2, 2.6]
    const runs = slopes.flatMap((steepness) => overs.map((over) => ({ steepness, over })))
    const encodes = await Promise.all(runs.map(async ({ steepness, over }) => {
      const { measure } = encoder(jpegCurve, 100_000 * over, -0.63 * steepness, 0.01)
      return (await fitUnder({ start: 82, floor: 10, curve: jpegCurve, cap: 100_000, measure })).encodes
    }))
    const probes = encodes.reduce((sum, count) => sum + count - 1, 0) / runs.length
    expect(probes).toBeLessThanOrEqual(2)
  })
})

describe('walking down a ladder', () => {
  const shares = [1, 0.4, 0.3, 0.2, 0.1]
  const ladder = (cap: number, bytes: number[]) => {
    const asked: number[] = []
    const measure = (step: number): Promise<number> => {
      asked.push(step)
      return Promise.resolve(bytes[step] ?? 0)
    }
    return { asked, run: () => fitLadder({ cap, shares, measure }) }
  }

  it('stops at the first step when it fits', async () => {
    expect(await ladder(100, [90, 36, 27, 18, 9]).run()).toEqual({ step: 0, bytes: 90, encodes: 1 })
  })

  it('passes over steps that cannot fit', async () => {
    const { asked, run } = ladder(100, [450, 180, 135, 95, 45])
    expect(await run()).toEqual({ step: 3, bytes: 95, encodes: 2 })
    expect(asked).toEqual([0, 3])
  })

  it('goes back up where it passed over too much', async () => {
    const { run } = ladder(100, [450, 120, 96, 60, 40])
    expect(await run()).toMatchObject({ step: 2, bytes: 96 })
  })

  it('says that nothing fits', async () => {
    expect(await ladder(100, [9000, 3600, 2700, 1800, 900]).run()).toMatchObject({ step: null, bytes: 900 })
  })
})
