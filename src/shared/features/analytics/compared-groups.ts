import type { EngagementFormula } from '../figures/formulas'
import type { FigureColumn } from '../figures/figure-columns'
import { breakWithin } from '../figures/metric-dictionary'
import type { GroupBreak, GroupChange } from './group-change.schema'
import type { MeasuredPost } from './measured-posts'
import type { Period } from './periods'
import { groupKeys, type Grouping } from './post-groups'
import type { PostMetric } from './post-metrics'
import { differenceOf, type Estimate } from './statistics'

export function changeOfGroup(now: Estimate | undefined, before: Estimate | undefined, found: GroupBreak | undefined): GroupChange {
  if (now && before && found) return found
  const difference = differenceOf(now, before)
  return difference ? { kind: 'difference', value: difference.value, ...difference.interval } : { kind: 'unknown' }
}

/** What a network has to count alike on both sides; undefined where the figure is not one of its own. */
function columnOf(metric: PostMetric, formula: EngagementFormula): FigureColumn | undefined {
  if (metric === 'interactions') return undefined
  if (metric === 'engagement_rate') return formula === 'views' ? 'views' : undefined
  return metric === 'seen' ? 'views' : metric
}

/** From the first day of the one that begins first to the last day of the one that ends last. */
const hullOf = (a: Period, b: Period): Period => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to })

/** Breaks between two periods by group: those of the networks that count posts of the group. */
export function breaksOfGroups(
  sides: readonly (readonly MeasuredPost[])[],
  by: Grouping,
  { metric, formula, period, compared }: { metric: PostMetric; formula: EngagementFormula; period: Period; compared: Period }
): Map<string, GroupBreak> {
  const found = new Map<string, GroupBreak>()
  const column = columnOf(metric, formula)
  if (column === undefined) return found
  const days = hullOf(period, compared)
  const networks = new Map<string, GroupBreak | undefined>()
  const breakOf = (network: string): GroupBreak | undefined => {
    if (!networks.has(network)) {
      const on = breakWithin(network, column, days)?.on
      networks.set(network, on === undefined ? undefined : { kind: 'break', on, network })
    }
    return networks.get(network)
  }
  for (const posts of sides) {
    for (const post of posts) {
      const one = post.value === undefined ? undefined : breakOf(post.network)
      if (one) for (const key of groupKeys(post, by)) if (!found.has(key)) found.set(key, one)
    }
  }
  return found
}
