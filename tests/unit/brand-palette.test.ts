import { describe, expect, it } from 'vitest'
import { brandPalette, drawnInBrand } from '../../src/shared/charts/brand-palette'
import { drawChart } from '../../src/shared/charts/chart-drawing'
import { printPalette } from '../../src/shared/charts/palette'
import { barChart, groupedChart, lineChart, words } from '../support/report-data'

describe('colors of the charts of a brand', () => {
  it('are its own first, then five of the palette, each once', () => {
    for (const accent of ['#7a4b2a', '#14507a', '#a02020', '#292524']) {
      const [first, ...others] = brandPalette(accent)
      expect(first).toBe(accent)
      expect(new Set(others).size).toBe(5)
      expect(printPalette).toEqual(expect.arrayContaining(others))
    }
  })

  it('leave out the color of the palette that is the brand’s own already', () => {
    expect(brandPalette('#1d5c44').slice(1)).not.toContain('#1d5c44')
    expect(brandPalette('#3a5a82').slice(1)).not.toContain('#3a5a80')
  })

  it('put no green beside a red of the same lightness, which many people cannot tell apart', () => {
    expect(brandPalette('#8f3a2a')[1]).not.toBe('#1d5c44')
  })

  it('are those of lines, bars and legend of a drawing, and change nothing else of it', () => {
    const drawing = drawChart(groupedChart('Views'), words)
    const own = drawnInBrand(drawing, '#7a4b2a')
    expect(own.legend[0]?.color).toBe('#7a4b2a')
    expect(own.bars.every(({ color }) => color === '#7a4b2a')).toBe(true)
    expect({ ...own, bars: [], legend: [] }).toEqual({ ...drawing, bars: [], legend: [] })
    expect(drawnInBrand(drawChart(lineChart('Views'), words), '#7a4b2a').lines.map(({ color }) => color)).toEqual(brandPalette('#7a4b2a').slice(0, 3))
    expect(drawnInBrand(drawChart(barChart('Rate'), words), '#7a4b2a').bars[0]?.interval).not.toBeNull()
  })
})
