import type { TraceAsk } from '@shared/features/analytics/content-analytics.contract'
import { type TraceTarget, useAnalyticsPanel } from '../analytics-panel.store'
import { useAnalyticsScope } from '../analytics-scope.store'

export type { TraceAsk, TraceTarget }

/**
 * Opens the source of a figure beside the screen: `useTrace().open({ title, ask: { metric, kinds: ['account'], from, to } })`.
 * The chips are those of the moment, as in the figure, unless others are given.
 */
export function useTrace(): { open: (target: TraceTarget) => void } {
  const panel = useAnalyticsPanel()
  const scope = useAnalyticsScope()
  const chipped = ({ before, ...target }: TraceTarget): TraceTarget => ({
    ...target, ask: { filters: scope.state.filters, ...target.ask }, ...(before && { before: chipped(before) })
  })
  return { open: (target) => panel.openTrace(chipped(target)) }
}
