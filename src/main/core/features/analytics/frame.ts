import type { AnalyticsFilters, CompareTo } from '../../../../shared/features/analytics/analytics-scope'
import { bucketsOf, comparedPeriod, grainOf, type Grain, lengthOf, type Period } from '../../../../shared/features/analytics/periods'
import { defaultFormula, type EngagementFormula } from '../../../../shared/features/figures/formulas'
import { addDays, todayIn, type WeekStart } from '../../../../shared/time'
import type { CoreServices, Reader } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { getWorkspaceSetting } from '../workspace-settings'

export interface ScopeInput extends Period {
  compare: CompareTo
  filters: AnalyticsFilters
}

/** All that a dashboard reckons with. */
export interface Frame {
  db: Reader
  zone: string
  weekStart: WeekStart
  today: string
  formula: EngagementFormula
  period: Period
  compared: Period | undefined
  filters: AnalyticsFilters
  grain: Grain
  buckets: string[]
}

export async function frameOf(core: CoreServices, workspace: Workspace, { from, to, compare, filters }: ScopeInput): Promise<Frame> {
  const { zone, weekStart } = await workspace.profile()
  const period = { from, to }
  const grain = grainOf(period)
  return {
    db: workspace.reader,
    zone,
    weekStart,
    today: todayIn(zone, core.now()),
    formula: (await getWorkspaceSetting(workspace.reader, 'analytics.formula')) ?? defaultFormula,
    period,
    compared: comparedPeriod(period, compare),
    filters,
    grain,
    buckets: bucketsOf(period, grain, weekStart)
  }
}

/** What every answer says of its days. */
export const framed = ({ period, compared, grain, buckets }: Frame) => ({ period, compared: compared ?? null, grain, buckets })

/** Days of a period that are over and so can be known. */
export function pastDays({ from, to }: Period, today: string): number {
  const last = to < today ? to : addDays(today, -1)
  return last < from ? 0 : lengthOf({ from, to: last })
}
