import type { PlannedInput, PlannedTime } from '@shared/features/posts/posts.schema'

/** What is in the fields for a day and a time, before it is a time. */
export interface ScheduleDraft {
  date: string
  time: string
}

export const draftOf = (planned: PlannedTime | null | undefined): ScheduleDraft => ({ date: planned?.date ?? '', time: planned?.time ?? '' })

const FIRST_YEAR = '2000'
/** Years are typed digit by digit, and `0202` is a year as well. */
export const isComplete = ({ date, time }: ScheduleDraft): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= FIRST_YEAR && /^\d{2}:\d{2}$/.test(time)
export const isEmpty = ({ date, time }: ScheduleDraft): boolean => date === '' && time === ''
export const sameAs = (draft: ScheduleDraft, planned: PlannedTime | null | undefined): boolean => draft.date === (planned?.date ?? '') && draft.time === (planned?.time ?? '')

export const inputOf = (draft: ScheduleDraft, zone: string, pick?: PlannedInput['pick']): PlannedInput => ({ ...draft, zone, ...(pick && { pick }) })
