import type { FigureUnit } from '@shared/charts/figure-format'
import type { TraceAsk } from '@shared/features/analytics/content-analytics.contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useClientShell } from '../../app'

/** A figure whose source is asked for: of some subjects, or of all of a kind in days and channels. */
export interface TraceTarget {
  /** What the figure is called where it was clicked. */
  title: string
  /** As it is shown there. */
  shown?: string
  /** What a sum is written in; counts where left out. */
  unit?: FigureUnit
  /** A mean or a median is not what its values add up to. */
  isMiddle?: boolean
  ask: TraceAsk
  /** What it is held against, with a source of its own. */
  before?: TraceTarget
}
export type PanelPage = { kind: 'trace'; target: TraceTarget } | { kind: 'post'; subjectId: number }

/** What lies open beside the figures: a post, or where a figure comes from. What was open before is one step back. */
export const useAnalyticsPanel = defineStore('analytics-panel', () => {
  const shell = useClientShell()
  const pages = shallowRef<readonly PanelPage[]>([])
  const page = computed(() => pages.value.at(-1))
  const canGoBack = computed(() => pages.value.length > 1)
  const isOpen = computed({
    get: () => page.value !== undefined,
    set: (open) => {
      if (!open) close()
    }
  })
  /** What had the focus when the first page was opened. */
  const from = ref<HTMLElement>()

  function remember(): void {
    if (pages.value.length === 0) from.value = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
  }
  function openPost(subjectId: number): void {
    remember()
    pages.value = [{ kind: 'post', subjectId }]
  }
  function openTrace(target: TraceTarget): void {
    remember()
    const below = page.value?.kind === 'post' && target.ask.subjectIds?.[0] === page.value.subjectId ? [page.value] : []
    pages.value = [...below, { kind: 'trace', target }]
  }
  /** Over what is open, which is one step back. */
  const follow = (next: PanelPage): void => void (pages.value = [...pages.value, next])
  const back = (): void => void (pages.value = pages.value.slice(0, -1))
  function close(): void {
    pages.value = []
    from.value?.focus()
    from.value = undefined
  }
  watch(() => shell.currentId, () => (pages.value = []))

  return { page, isOpen, canGoBack, openPost, openTrace, follow, back, close }
})
