import { BarController, BarElement, CategoryScale, Chart, type ChartConfiguration, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'
import type { ChartDefinition } from '@shared/charts/chart-definition'
import { figureChartConfig } from '@shared/charts/figure-chart.config'
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { chartMarks } from './chart-marks.plugin'
import { chartColors, reducedMotion, watchTheme } from './token-colors'

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, Tooltip)

interface Drawing {
  chart: ChartDefinition
  locale: string
  missing: string
}

/** Lines carry their names at their ends where there is room for both. */
const WIDE = 420
const NAME_ROOM = 108
/** For the value at the end of a lying bar. */
const VALUE_ROOM = 64
export const hasDirectNames = (chart: ChartDefinition, width: number): boolean =>
  chart.kind === 'line' && chart.series.length > 1 && chart.series.length <= 6 && width >= WIDE

/** Draws a definition on a canvas, and again when it, its width class or the theme changes. */
export function useChartCanvas(canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>, drawing: () => Drawing, width: () => number) {
  const drawn = shallowRef<Chart>()

  function draw(): void {
    drawn.value?.destroy()
    drawn.value = undefined
    const element = canvas.value
    if (!element?.getContext('2d')) return
    const { chart, locale, missing } = drawing()
    const fontFamily = getComputedStyle(element).fontFamily
    const colors = chartColors(element)
    const withNames = hasDirectNames(chart, width())
    const config = figureChartConfig({ chart, colors, fontFamily, locale, missing, animate: !reducedMotion(), labelRoom: withNames ? NAME_ROOM : chart.horizontal ? VALUE_ROOM : 8 })
    const marked = { ...config, plugins: [chartMarks({ chart, colors, fontFamily, locale, missing, withNames })] }
    drawn.value = new Chart(element, marked as ChartConfiguration)
  }

  /** Marks a point as a pointer over it would. */
  function point(seriesIndex: number, index: number): void {
    const chart = drawn.value
    if (!chart) return
    const active = chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index }))
    chart.setActiveElements(active.filter(({ datasetIndex }) => datasetIndex === seriesIndex))
    const at = chart.getDatasetMeta(seriesIndex).data[index]
    chart.tooltip?.setActiveElements(active, { x: at?.x ?? 0, y: at?.y ?? 0 })
    chart.update('none')
  }
  function unpoint(): void {
    drawn.value?.setActiveElements([])
    drawn.value?.tooltip?.setActiveElements([], { x: 0, y: 0 })
    drawn.value?.update('none')
  }
  /** The category under the pointer; undefined beside all. Of lying bars the name at the axis belongs to it as well. */
  function categoryAt(event: MouseEvent): number | undefined {
    const isLying = drawing().chart.horizontal === true
    return drawn.value?.getElementsAtEventForMode(event, 'index', { intersect: false, axis: isLying ? 'y' : 'x', includeInvisible: isLying }, true)[0]?.index
  }
  /** The chart as a PNG on the ground of its theme. */
  function toPicture(): Promise<Blob | null> {
    const element = canvas.value
    if (!element) return Promise.resolve(null)
    const copy = document.createElement('canvas')
    copy.width = element.width
    copy.height = element.height
    const context = copy.getContext('2d')
    if (!context) return Promise.resolve(null)
    context.fillStyle = chartColors(element).surface
    context.fillRect(0, 0, copy.width, copy.height)
    context.drawImage(element, 0, 0)
    return new Promise((done) => copy.toBlob(done, 'image/png'))
  }

  let stop = (): void => undefined
  onMounted(() => {
    draw()
    stop = watchTheme(draw)
  })
  watch([() => drawing(), () => canvas.value, () => width() >= WIDE], draw, { flush: 'post' })
  onBeforeUnmount(() => {
    stop()
    drawn.value?.destroy()
    // A field that has the focus is blurred as it is taken out, and asks to unpoint what is no longer there.
    drawn.value = undefined
  })
  return { point, unpoint, categoryAt, toPicture }
}
