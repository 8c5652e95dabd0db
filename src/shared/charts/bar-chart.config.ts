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
}

/** A Chart.js bar configuration with a zero line, gaps for missing values and few grid lines. */
export function barChartConfig(input: BarChartInput) {
  const { bars, colors, fontFamily } = input
  const font = { family: fontFamily, size: 12 }
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
          maxBarThickness: 40,
          categoryPercentage: 0.7
        }
      ]
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: input.animate ? { duration: 120 } : (false as const),
      layout: { padding: { top: 20 } },
      scales: {
        x: { grid: { display: false }, border: { color: colors.line }, ticks: { color: colors.quietText, font, maxRotation: 0 } },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colors.line },
          ticks: { color: colors.quietText, font, maxTicksLimit: 5, precision: 0 }
        }
      },
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
