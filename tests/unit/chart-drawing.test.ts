import { describe, expect, it } from 'vitest'
import { drawChart } from '../../src/shared/charts/chart-drawing'
import { tickRange } from '../../src/shared/charts/chart-ticks'
import { barChart, groupedChart, heatChart, lineChart, words } from '../support/report-data'

describe('a chart on paper', () => {
  it('draws a gap as a gap and a break as a break, and bridges neither', () => {
    const { lines, breaks, events } = drawChart(lineChart('Views by day'), words)
    // Instagram: before the gap, after it until the break, after the break. Facebook: only the break.
    expect(lines.map(({ runs }) => runs.map((run) => run.length))).toEqual([[10, 6, 12], [19, 12], [19, 12]])
    expect(breaks).toEqual([{ at: 0.6129, label: 'Impressions became views' }])
    expect(events).toMatchObject([{ number: '1', text: 'Open days in the museum' }])
  })

  it('names its curves at their ends, apart from one another and inside the field', () => {
    const chart = lineChart('Views by day', ['A', 'B', 'C', 'D', 'E', 'F'])
    const level = { ...chart, series: chart.series.map((series) => ({ ...series, points: series.points.map(({ x }) => ({ x, y: 5 })) })) }
    const at = drawChart(level, words).lines.map(({ label }) => label?.at ?? 0).sort((a, b) => a - b)
    for (const [index, one] of at.entries()) {
      expect(one).toBeLessThanOrEqual(1)
      if (index > 0) expect(one - (at[index - 1] ?? 0)).toBeGreaterThan(0.08)
    }
  })

  it('has no bar for what is not known, and a gray one for what rests on too little', () => {
    expect(drawChart(groupedChart('Views'), words).bars).toHaveLength(7)
    const { bars, zero } = drawChart(barChart('Rate'), words)
    expect(bars.map(({ pale }) => pale)).toEqual([false, false, false, true, false])
    expect(bars.every(({ interval }) => interval !== null && interval[0] < interval[1])).toBe(true)
    expect(zero).toBe(0)
    // The first of a chart on its side is the highest.
    expect(bars[0]?.y0).toBeGreaterThan(bars[1]?.y0 ?? 1)
  })

  it('leaves a cell of a heat map empty where nothing is known', () => {
    const { bars, rows } = drawChart(heatChart('Best times'), words)
    expect(bars).toHaveLength(19)
    expect(rows.map(({ label }) => label)).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
  })

  it('stays inside its field', () => {
    for (const chart of [lineChart('a'), barChart('b'), barChart('c', false), groupedChart('d'), heatChart('e')]) {
      const { lines, bars, ticks } = drawChart(chart, words)
      const all = [...lines.flatMap(({ runs }) => runs.flat(2)), ...bars.flatMap(({ x0, x1, y0, y1 }) => [x0, x1, y0, y1]), ...ticks.map(({ at }) => at)]
      expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...all)).toBeLessThanOrEqual(1)
    }
  })
})

describe('ticks', () => {
  it('are round, cover the values, and are whole where things are counted', () => {
    expect(tickRange([0, 3], { fromZero: true, whole: true }).ticks).toEqual([0, 1, 2, 3])
    expect(tickRange([0.012, 0.081], { fromZero: true, whole: false }).ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1])
    expect(tickRange([-40, 130], { fromZero: true, whole: true })).toMatchObject({ min: -50, max: 150 })
    expect(tickRange([], { fromZero: true, whole: true }).ticks.length).toBeGreaterThan(1)
    expect(tickRange([7, 7], { fromZero: false, whole: true }).ticks.length).toBeGreaterThan(1)
  })
})
