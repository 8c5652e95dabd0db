import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile, studentQuantile } from '../../src/shared/features/analytics/distributions'
import {
  compareEstimates, differenceOf, mean, meanInterval, median, medianEstimate, medianInterval, quantile, ratioEstimate, standardDeviation, wilsonInterval
} from '../../src/shared/features/analytics/statistics'

const value = fc.double({ min: 0, max: 1e6, noNaN: true })
const values = fc.array(value, { minLength: 1, maxLength: 60 })

/** The same chance in every run. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 4_294_967_296
  }
}
/** A skewed sample, as figures of posts are: log-normal with a median of 100. */
const skewed = (chance: () => number, n: number, spread = 1): number[] =>
  Array.from({ length: n }, () => 100 * Math.exp(spread * normalQuantile(Math.min(Math.max(chance(), 1e-9), 1 - 1e-9))))

function covered(times: number, holds: () => boolean): number {
  let count = 0
  for (let round = 0; round < times; round += 1) if (holds()) count += 1
  return count / times
}

describe('statistics', () => {
  it('know the middle of a few values', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([])).toBeUndefined()
    expect(mean([1, 2, 6])).toBe(3)
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2)
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5)
  })

  it('give the interval of a mean by Student', () => {
    // t(2) is 4.3027; the deviation of 1, 2, 3 is 1.
    const interval = meanInterval([1, 2, 3])
    expect(interval?.low).toBeCloseTo(2 - 4.302652729 / Math.sqrt(3), 6)
    expect(interval?.high).toBeCloseTo(2 + 4.302652729 / Math.sqrt(3), 6)
    expect(meanInterval([1, 2])).toBeUndefined()
  })

  it('know the points of Student and of the normal distribution from tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5)
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326348, 5)
    for (const [degrees, point] of [[1, 12.706], [4, 2.776], [5, 2.571], [7, 2.365], [10, 2.228], [30, 2.042], [1000, 1.962]] as const) expect(studentQuantile(degrees)).toBeCloseTo(point, 3)
  })

  it('give no interval of a median below six values, and the outermost of six', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeUndefined()
    expect(medianInterval([6, 1, 5, 2, 4, 3])).toEqual({ low: 1, high: 6 })
    // Tables: of 20 values the 6th and the 15th.
    expect(medianInterval(Array.from({ length: 20 }, (_, at) => at + 1))).toEqual({ low: 6, high: 15 })
    // Of very many, 1.96 times half the root of n from the middle.
    expect(medianInterval(Array.from({ length: 100_000 }, (_, at) => at + 1))).toEqual({ low: 49_690, high: 50_311 })
  })

  it('take a rate by totals, not as a mean of rates', () => {
    const estimate = ratioEstimate([{ over: 1, under: 1 }, { over: 10, under: 1000 }, { over: 9, under: 999 }])
    expect(estimate?.value).toBeCloseTo(20 / 2000, 10)
    expect(ratioEstimate([{ over: 3, under: 0 }])).toBeUndefined()
    expect(ratioEstimate([{ over: 1, under: 10 }, { over: 1, under: 10 }])?.interval).toBeUndefined()
  })

  it('keep a share between nothing and all', () => {
    expect(wilsonInterval(0, 10)?.low).toBe(0)
    expect(wilsonInterval(0, 10)?.high).toBeCloseTo(0.2775, 3)
    expect(wilsonInterval(5, 10)?.low).toBeCloseTo(0.2366, 3)
    expect(wilsonInterval(1, 0)).toBeUndefined()
  })

  it('cover the truth in about 95 of 100 samples', () => {
    const chance = chanceOf(7)
    const truth = 100
    expect(covered(1500, () => { const found = medianInterval(skewed(chance, 9)); return !!found && found.low <= truth && truth <= found.high })).toBeGreaterThan(0.945)
    expect(covered(1500, () => { const found = medianInterval(skewed(chance, 40)); return !!found && found.low <= truth && truth <= found.high })).toBeGreaterThan(0.945)
    const average = 100 * Math.exp(0.5 * 0.3 ** 2)
    expect(covered(1500, () => { const found = meanInterval(skewed(chance, 15, 0.3)); return !!found && found.low <= average && average <= found.high })).toBeGreaterThan(0.93)
  })

  it('cover the ratio of two medians and a rate by totals', () => {
    const chance = chanceOf(11)
    const ratios = covered(1000, () => {
      const found = compareEstimates(medianEstimate(skewed(chance, 14).map((one) => one * 2)), medianEstimate(skewed(chance, 31)))?.interval
      return !!found && found.low <= 2 && 2 <= found.high
    })
    expect(ratios).toBeGreaterThan(0.94)
    const rates = covered(1000, () => {
      const found = ratioEstimate(skewed(chance, 25, 0.5).map((under) => ({ under, over: under * 0.04 * (0.5 + chance()) })))?.interval
      return !!found && found.low <= 0.04 && 0.04 <= found.high
    })
    expect(rates).toBeGreaterThan(0.92)
  })

  it('cover the difference of two medians, and give none without both ranges', () => {
    const chance = chanceOf(5)
    const shifted = covered(1000, () => {
      const found = differenceOf(medianEstimate(skewed(chance, 14).map((one) => one + 40)), medianEstimate(skewed(chance, 31)))?.interval
      return !!found && found.low <= 40 && 40 <= found.high
    })
    expect(shifted).toBeGreaterThan(0.94)
    const six = medianEstimate([1, 2, 3, 4, 5, 6])
    expect(differenceOf(six, six)).toMatchObject({ value: 0, n: 12 })
    expect(differenceOf(six, medianEstimate([1, 2, 3]))).toBeUndefined()
    expect(differenceOf(undefined, six)).toBeUndefined()
  })

  it('do not depend on order, and grow with their values', () => {
    fc.assert(fc.property(values, fc.integer({ min: 1, max: 1000 }), (list, factor) => {
      const turned = [...list].reverse()
      expect(median(turned)).toBe(median(list))
      expect(medianInterval(turned)).toEqual(medianInterval(list))
      expect(median(list.map((one) => one * factor))).toBeCloseTo((median(list) ?? 0) * factor, 3)
      const [inner, whole] = [medianInterval(list), median(list) ?? 0]
      if (inner) expect(inner.low <= whole && whole <= inner.high).toBe(true)
    }))
  })

  it('keep rates as they are when every count doubles', () => {
    const parts = fc.array(fc.record({ over: fc.integer({ min: 0, max: 900 }), under: fc.integer({ min: 1, max: 9000 }) }), { minLength: 1, maxLength: 40 })
    fc.assert(fc.property(parts, (list) => {
      const [once, twice] = [ratioEstimate(list), ratioEstimate(list.map(({ over, under }) => ({ over: 2 * over, under: 2 * under })))]
      expect(twice?.value).toBeCloseTo(once?.value ?? NaN, 9)
      expect(twice?.interval?.high ?? 0).toBeCloseTo(once?.interval?.high ?? 0, 9)
    }))
  })

  it('compare both ways round alike', () => {
    const six = fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 6, maxLength: 30 })
    fc.assert(fc.property(six, six, (a, b) => {
      const [there, back] = [compareEstimates(medianEstimate(a), medianEstimate(b)), compareEstimates(medianEstimate(b), medianEstimate(a))]
      expect((there?.interval?.low ?? 0) * (back?.interval?.high ?? 0)).toBeCloseTo(1, 6)
    }))
  })

  it('say nothing about a ratio to zero', () => {
    expect(compareEstimates({ value: 1, n: 6, interval: undefined }, { value: 0, n: 6, interval: undefined })).toBeUndefined()
  })
})
