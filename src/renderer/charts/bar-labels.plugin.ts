import type { Chart, Plugin } from 'chart.js'

/** Writes each value at the end of its bar, so that no legend and no tooltip is needed to read it. */
export function barLabels(formatValue: (value: number) => string, horizontal: boolean): Plugin<'bar'> {
  return {
    id: 'bar-labels',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx } = chart
      const ticks = chart.options.scales?.x?.ticks
      ctx.save()
      ctx.font = `500 12px ${getComputedStyle(chart.canvas).fontFamily}`
      ctx.textAlign = horizontal ? 'left' : 'center'
      ctx.textBaseline = horizontal ? 'middle' : 'bottom'
      ctx.fillStyle = typeof ticks?.color === 'string' ? ticks.color : getComputedStyle(chart.canvas).color
      const values = chart.data.datasets[0]?.data ?? []
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        const value = values[index]
        if (typeof value !== 'number') return
        if (horizontal) ctx.fillText(formatValue(value), bar.x + 6, bar.y)
        else ctx.fillText(formatValue(value), bar.x, bar.y - 4)
      })
      ctx.restore()
    }
  }
}
