import type { Goal } from '@shared/features/goals/goals.contract'

/** Where the figure of a goal comes from, for the panel that shows sources. */
export interface GoalSource {
  title: string
  shown: string
  /** Of reach the median post is meant, which its values do not add up to. */
  isMiddle: boolean
  ask: Goal['source']
}
