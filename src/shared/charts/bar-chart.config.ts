/** Pure chart configurations: the same on screen and in print. Colors come in, so that each medium brings its own. */

/** A bar; a missing value leaves a gap and is told apart from zero. */
export interface Bar {
  label: string
  value: number | undefined
  /** How many things the value rests on, shown in the tooltip. */
  n?: number
}

export interface ChartColors {
  series: string
  text: string
  quietText: string
  line: string
  surface: string
}

export interface BarChartInput {
  bars: readonly Bar[]
  /** What is counted: `Files`. */
  valueLabel: string
  colors: ChartColors
  fontFamily: string
  formatValue: (value: number) => string
  /** The tooltip's sentence for a bar. */
  describe: (bar: Bar) => string
  animate: boolean
  /** Bars from the left, for names that would not fit side by side. */
  horizontal: boolean
}

/** A Chart.js bar configuration with a zero line, gaps for missing values and few grid lines. */
export function barChartConfig(input: BarChartInput) {
  const { bars, colors, fontFamily, horizontal } = input
  const font = { family: fontFamily, size: 12 }
  const names = {
    grid: { display: false },
    border: { color: colors.line },
    ticks: { color: colors.quietText, font, maxRotation: 0, autoSkip: false }
  }
  const values = {
    beginAtZero: true,
    // Each bar carries its value, so lying ones need no scale beside them.
    display: !horizontal,
    border: { display: false },
    grid: { color: colors.line },
    ticks: { color: colors.quietText, font, maxTicksLimit: 5, callback: (value: number | string) => input.formatValue(Number(value)) }
  }
  return {
    type: 'bar' as const,
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: [
        {
          label: input.valueLabel,
          data: bars.map((bar) => bar.value ?? null),
          backgroundColor: colors.series,
          borderRadius: 3,
          maxBarThickness: horizontal ? 12 : 40,
          categoryPercentage: 0.7
        }
      ]
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: input.animate ? { duration: 120 } : (false as const),
      indexAxis: horizontal ? ('y' as const) : ('x' as const),
      layout: { padding: horizontal ? { right: 64 } : { top: 20 } },
      scales: horizontal ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: () => '',
            label: (item: { dataIndex: number }) => {
              const bar = bars[item.dataIndex]
              return bar === undefined ? '' : input.describe(bar)
            }
          }
        }
      }
    }
  }
}
