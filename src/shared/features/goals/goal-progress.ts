import { daysBetween, type PlainDate } from '../../time'

/** What goals can be set on. */
export const goalMetrics = [
  'followers', 'new_followers', 'seen', 'reach', 'interactions', 'engagement_rate', 'link_clicks', 'profile_visits', 'posts', 'sessions', 'conversions', 'leads', 'revenue'
] as const
export type GoalMetric = (typeof goalMetrics)[number]

/** `sum`: adds up over the days of the goal. `level`: stands where it stands, and is to get from the baseline to the target. */
export const goalKind = (metric: GoalMetric): 'sum' | 'level' => (metric === 'followers' || metric === 'reach' || metric === 'engagement_rate' ? 'level' : 'sum')

/** Only posts belong to pillars and campaigns; these are counted of channels or of the site alone. */
export const isOfPosts = (metric: GoalMetric): boolean => ['seen', 'reach', 'interactions', 'engagement_rate', 'link_clicks', 'posts'].includes(metric)

export type Pace = 'reached' | 'ahead' | 'on-track' | 'behind' | 'missed' | 'not-started' | 'unknown'

export interface GoalFacts {
  metric: GoalMetric
  baseline: number | null
  target: number
  startsOn: PlainDate
  endsOn: PlainDate
}

export interface GoalProgress {
  /** Share of the way that is done; may be below 0 and above 1. Null: not known. */
  done: number | null
  /** Share of the days that have figures or are over. */
  elapsed: number
  pace: Pace
  /** Where it ends at this pace; null where that says nothing: a level, or hardly any days yet. */
  forecast: number | null
}

const tolerance = 0.05
/** Before a tenth of the days is over, a pace is chance. */
const earliest = 0.1

function shareDone({ metric, baseline, target }: GoalFacts, current: number): number | null {
  if (goalKind(metric) === 'sum') return target === 0 ? null : current / target
  const from = baseline ?? 0
  return target === from ? null : (current - from) / (target - from)
}

/**
 * How a goal stands.
 * @param current undefined: no figures. @param asOf the last day with figures; the pace is held against it, not against today, so that a
 * goal does not fall behind for want of an import
 */
export function goalProgress(goal: GoalFacts, current: number | undefined, asOf: PlainDate | undefined, today: PlainDate): GoalProgress {
  const days = daysBetween(goal.startsOn, goal.endsOn) + 1
  const until = asOf !== undefined && asOf < today ? asOf : today
  const elapsed = Math.min(1, Math.max(0, (daysBetween(goal.startsOn, until) + 1) / days))
  const unknown = { done: null, elapsed, forecast: null }
  if (today < goal.startsOn) return { ...unknown, elapsed: 0, pace: 'not-started' }
  const done = current === undefined ? null : shareDone(goal, current)
  if (current === undefined || done === null) return { ...unknown, pace: 'unknown' }
  const forecast = goalKind(goal.metric) === 'sum' && elapsed >= earliest ? current / elapsed : null
  if (done >= 1) return { done, elapsed, pace: 'reached', forecast }
  if (today > goal.endsOn && elapsed >= 1) return { done, elapsed, pace: 'missed', forecast: null }
  if (elapsed < earliest) return { done, elapsed, pace: 'unknown', forecast }
  if (done >= elapsed * (1 + tolerance)) return { done, elapsed, pace: 'ahead', forecast }
  return { done, elapsed, pace: done >= elapsed * (1 - tolerance) ? 'on-track' : 'behind', forecast }
}

export const smartLetters = ['specific', 'measurable', 'achievable', 'relevant', 'timed'] as const
export type SmartLetter = (typeof smartLetters)[number]
/** What is missing, for a sentence each. */
export type SmartGap = 'name' | 'no-figures' | 'no-baseline' | 'no-change' | 'too-far' | 'no-reason' | 'too-long'

/** More than three times what it was is a wish. */
const furthest = 3
const longest = 366

/** What keeps a goal from being specific, measurable, achievable, relevant and timed; a letter that is not in it is fine. */
export function smartGaps(goal: GoalFacts & { name: string; notes: string }, current: number | undefined): Partial<Record<SmartLetter, SmartGap>> {
  const { baseline, target, startsOn, endsOn } = goal
  const gaps: Partial<Record<SmartLetter, SmartGap>> = {}
  if (goal.name.trim().split(/\s+/).length < 2) gaps.specific = 'name'
  if (current === undefined) gaps.measurable = 'no-figures'
  else if (baseline === null) gaps.measurable = 'no-baseline'
  if (baseline !== null && baseline === target) gaps.achievable = 'no-change'
  else if (baseline !== null && baseline > 0 && target > baseline * furthest) gaps.achievable = 'too-far'
  if (goal.notes.trim() === '') gaps.relevant = 'no-reason'
  if (daysBetween(startsOn, endsOn) + 1 > longest) gaps.timed = 'too-long'
  return gaps
}
