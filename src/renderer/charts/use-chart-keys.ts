import type { ChartDefinition } from '@shared/charts/chart-definition'
import { describePoint, remarksAt } from '@shared/charts/figure-chart.config'
import { computed, ref } from 'vue'

interface Words {
  locale: string
  missing: string
}

/**
 * Walks over the points of a chart: left and right through the categories, up and down through the series. Says each.
 * A gap is a stop as well, and says that nothing is known there.
 */
export function useChartKeys(chart: () => ChartDefinition, words: () => Words, moved: (series: number, index: number) => void) {
  const series = ref(0)
  const index = ref(-1)
  const key = computed(() => chart().categories[index.value]?.key)
  const spoken = computed(() => {
    const [line, category] = [chart().series[series.value], chart().categories[index.value]]
    if (!line || !category) return ''
    return [category.label, describePoint({ chart: chart(), ...words() }, line, category.key), ...remarksAt(chart(), category.key)].join(', ')
  })

  function go(nextSeries: number, nextIndex: number): void {
    const { series: all, categories } = chart()
    if (categories.length === 0 || all.length === 0) return
    series.value = (nextSeries + all.length) % all.length
    index.value = Math.min(categories.length - 1, Math.max(0, nextIndex))
    moved(series.value, index.value)
  }
  /** @returns whether the key was one of these */
  function press(name: string): boolean {
    const [along, across] = chart().horizontal ? (['Down', 'Right'] as const) : (['Right', 'Down'] as const)
    const back = { Right: 'Left', Down: 'Up' } as const
    const moves: Record<string, () => void> = {
      [`Arrow${along}`]: () => go(series.value, index.value + 1),
      [`Arrow${back[along]}`]: () => go(series.value, index.value < 0 ? chart().categories.length - 1 : index.value - 1),
      [`Arrow${across}`]: () => go(series.value + 1, Math.max(0, index.value)),
      [`Arrow${back[across]}`]: () => go(series.value - 1, Math.max(0, index.value)),
      Home: () => go(series.value, 0),
      End: () => go(series.value, chart().categories.length - 1)
    }
    const move = moves[name]
    move?.()
    return move !== undefined
  }
  const leave = (): void => void (index.value = -1)

  return { series, index, key, spoken, press, leave }
}
