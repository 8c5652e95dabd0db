import type { PlanFormat, PlanNote } from '../../../../shared/features/plan-export/plan-export.contract'

/** What a file of the plan is made from, as stored: a channel's form names its channel, and its part where it is cut. */
export interface PlanItem {
  format: PlanFormat
  name: string
  channelId: string | null
  part: number
}

export interface PlanInput {
  folder: string
  fromDay: string
  toDay: string
  channelIds: string[]
  dayOrder: 'month-first' | 'day-first'
  client: { name: string; zone: string; language: string; weekStart: 'monday' | 'sunday' | 'saturday' }
}

export interface PlanResult {
  path: string
  name: string
  bytes: number
  sha256: string
  rows: number
  notes: PlanNote[]
}

// Stored as JSON by this feature alone, so the shapes hold.
export const asPlanInput = (input: Record<string, unknown>): PlanInput => input as unknown as PlanInput
export const asPlanItem = (payload: Record<string, unknown>): PlanItem => payload as unknown as PlanItem
export const asPlanResult = (result: Record<string, unknown>): PlanResult => result as unknown as PlanResult
export const planJson = (value: PlanInput | PlanItem | PlanResult): Record<string, unknown> => ({ ...value })
