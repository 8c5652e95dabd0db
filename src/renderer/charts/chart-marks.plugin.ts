import type { Chart, Plugin } from 'chart.js'
import type { ChartDefinition } from '@shared/charts/chart-definition'
import { colorOf, type FigureChartColors } from '@shared/charts/figure-chart.config'
import { formatFigure } from '@shared/charts/figure-format'

interface Marks {
  chart: ChartDefinition
  colors: FigureChartColors
  fontFamily: string
  locale: string
  /** Words for what is not known. */
  missing: string
}

/** Where a category begins and ends on the axis, in pixels. */
function spanOf(drawn: Chart, count: number, index: number): { middle: number; from: number } {
  const axis = drawn.scales.x
  const middle = axis?.getPixelForValue(index) ?? 0
  const before = index > 0 ? (axis?.getPixelForValue(index - 1) ?? middle) : middle
  return { middle, from: count > 1 ? (before + middle) / 2 : middle }
}

const cut = (context: CanvasRenderingContext2D, text: string, room: number): string => {
  if (context.measureText(text).width <= room) return text
  let short = text
  while (short.length > 1 && context.measureText(`${short}…`).width > room) short = short.slice(0, -1)
  return `${short.trimEnd()}…`
}

/** A dashed line where a figure becomes another, with its words beside it. */
function drawBreaks(drawn: Chart, { chart, colors, fontFamily }: Marks): void {
  const { ctx, chartArea } = drawn
  for (const { x, label } of chart.breaks) {
    const index = chart.categories.findIndex(({ key }) => key === x)
    if (index < 0) continue
    const { from } = spanOf(drawn, chart.categories.length, index)
    ctx.setLineDash([5, 4])
    ctx.strokeStyle = colors.text
    ctx.lineWidth = 1
    ctx.beginPath()
    const top = chartArea.top - (chart.annotations.length > 0 ? 12 : 4)
    ctx.moveTo(from, top)
    ctx.lineTo(from, chartArea.bottom)
    ctx.stroke()
    ctx.setLineDash([])
    const isLeft = from > (chartArea.left + chartArea.right) / 2
    ctx.font = `11px ${fontFamily}`
    ctx.fillStyle = colors.text
    ctx.textBaseline = 'bottom'
    ctx.textAlign = isLeft ? 'right' : 'left'
    const room = (isLeft ? from - chartArea.left : chartArea.right - from) - 8
    ctx.fillText(cut(ctx, label, room), from + (isLeft ? -4 : 4), top)
  }
}

/** A tinted span and a small flag for each event. */
function drawEvents(drawn: Chart, { chart, colors }: Marks): void {
  const { ctx, chartArea } = drawn
  const order = new Map(chart.categories.map(({ key }, index) => [key, index]))
  for (const { x, until } of chart.annotations) {
    const [first, last] = [order.get(x), order.get(until) ?? order.get(x)]
    if (first === undefined || last === undefined) continue
    const from = drawn.scales.x?.getPixelForValue(first) ?? 0
    const to = drawn.scales.x?.getPixelForValue(last) ?? from
    ctx.fillStyle = colors.line
    ctx.globalAlpha = 0.6
    ctx.fillRect(from - 1, chartArea.top, Math.max(2, to - from + 2), chartArea.bottom - chartArea.top)
    ctx.globalAlpha = 1
    ctx.fillStyle = colors.text
    ctx.beginPath()
    ctx.moveTo((from + to) / 2, chartArea.top)
    ctx.lineTo((from + to) / 2 - 5, chartArea.top - 8)
    ctx.lineTo((from + to) / 2 + 5, chartArea.top - 8)
    ctx.closePath()
    ctx.fill()
  }
}

const LINE_HEIGHT = 14

/** Names at the ends of lines, moved apart where they would meet. */
function drawNames(drawn: Chart, { chart, colors, fontFamily }: Marks): void {
  const { ctx, chartArea, width } = drawn
  const labels = chart.series.flatMap((series, position) => {
    const points = drawn.getDatasetMeta(position).data
    const values = drawn.data.datasets[position]?.data ?? []
    const last = values.findLastIndex((value) => value !== null)
    const point = points[last]
    return point ? [{ text: series.directLabel ?? series.name, y: point.y, color: colorOf(colors, series.color) }] : []
  })
  labels.sort((a, b) => a.y - b.y)
  labels.forEach((label, index) => {
    const above = labels[index - 1]
    if (above && label.y - above.y < LINE_HEIGHT) label.y = above.y + LINE_HEIGHT
  })
  const over = (labels.at(-1)?.y ?? 0) - chartArea.bottom
  if (over > 0) for (const label of labels) label.y -= over
  ctx.font = `500 11px ${fontFamily}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const { text, y, color } of labels) {
    ctx.fillStyle = color
    ctx.fillText(cut(ctx, text, width - chartArea.right - 10), chartArea.right + 8, y)
  }
}

/**
 * The value at the end of each lying bar, so that no scale has to be followed; of a bar to the left it stands right of zero,
 * which is drawn then. A gap says that nothing is known, once for a category without anything, or that the figure is counted anew.
 */
function drawValues(drawn: Chart, { chart, colors, fontFamily, locale, missing }: Marks): void {
  const { ctx } = drawn
  const zero = drawn.scales.x?.getPixelForValue(0) ?? 0
  const barAt = (position: number, index: number) => drawn.getDatasetMeta(position).data[index]
  const say = (words: string, color: string, weight: number, at: { x: number; y: number }): void => {
    ctx.font = `${weight} 11px ${fontFamily}`
    ctx.fillStyle = color
    ctx.fillText(cut(ctx, words, drawn.width - at.x - 6), at.x + 6, at.y)
  }
  if (zero > drawn.chartArea.left + 1) {
    ctx.fillStyle = colors.quietText
    ctx.fillRect(zero - 0.5, drawn.chartArea.top, 1, drawn.chartArea.bottom - drawn.chartArea.top)
  }
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  chart.categories.forEach(({ key }, index) => {
    const values = chart.series.map((_, position) => drawn.data.datasets[position]?.data[index])
    const gap = chart.breaks.find(({ x }) => x === key)?.label ?? missing
    const [first, last] = [barAt(0, index), barAt(chart.series.length - 1, index)]
    if (values.every((value) => typeof value !== 'number')) {
      if (first && last) say(gap, colors.quietText, 400, { x: zero, y: (first.y + last.y) / 2 })
      return
    }
    chart.series.forEach((series, position) => {
      const [value, bar] = [values[position], barAt(position, index)]
      if (!bar) return
      if (typeof value === 'number') say(formatFigure(locale, value, series.unit ?? chart.unit), colors.text, 500, { x: Math.max(bar.x, zero), y: bar.y })
      else say(gap, colors.quietText, 400, { x: zero, y: bar.y })
    })
  })
}

/** What chart.js does not draw by itself: breaks, events, and names beside lines. */
export function chartMarks(marks: Marks & { withNames: boolean }): Plugin {
  return {
    id: 'chart-marks',
    beforeDatasetsDraw(drawn: Chart) {
      if (marks.chart.horizontal) return
      drawn.ctx.save()
      drawEvents(drawn, marks)
      drawn.ctx.restore()
    },
    afterDatasetsDraw(drawn: Chart) {
      drawn.ctx.save()
      if (marks.chart.horizontal) drawValues(drawn, marks)
      else drawBreaks(drawn, marks)
      if (marks.withNames) drawNames(drawn, marks)
      drawn.ctx.restore()
    }
  }
}
