import type { ChartDefinition } from '@shared/charts/chart-definition'
import type { Source } from '@shared/features/analytics/analytics.schema'
import type { Grain } from '@shared/features/analytics/periods'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { TraceAsk } from '../trace/use-trace'

/** What the values of a chart are, so that each can be traced: a series is a channel, a category some days. */
export interface DayFigures {
  metric: TraceAsk['metric']
  kinds: NonNullable<TraceAsk['kinds']>
  grain: Grain
  /** Of ads: what the chart is drawn in. */
  currency?: string
  /** By the id of a series. */
  sources: ReadonlyMap<string, Source>
}
/** Of a chart whose categories are not days: what to ask for of a series and a category. */
export interface CategoryFigures {
  askOf: (series: string, category: string) => TraceAsk
}
export interface DayAsked {
  chart: ChartDefinition
  key: string
  figures: CategoryFigures | DayFigures
}

export const isOfDays = (figures: CategoryFigures | DayFigures): figures is DayFigures => 'grain' in figures

/** The day of a chart that was picked. */
export const useDayDialog = defineStore('analytics-day', () => {
  const asked = shallowRef<DayAsked>()
  const isOpen = ref(false)
  function open(what: DayAsked): void {
    asked.value = what
    isOpen.value = true
  }
  return { asked, isOpen, open }
})
