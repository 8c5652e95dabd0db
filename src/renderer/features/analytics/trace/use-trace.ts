import { type TraceTarget, useAnalyticsPanel } from '../analytics-panel.store'

export type { TraceAsk, TraceTarget } from '../analytics-panel.store'

/** Opens the source of a figure beside the screen: `useTrace().open({ title, ask: { metric, kinds: ['account'], from, to } })`. */
export function useTrace(): { open: (target: TraceTarget) => void } {
  const panel = useAnalyticsPanel()
  return { open: (target) => panel.openTrace(target) }
}
