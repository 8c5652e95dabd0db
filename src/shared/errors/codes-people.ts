import { z } from 'zod'

/** What can go wrong with people, beside what all operations share. */
export const peopleErrorData = {
  'not-found.person': z.object({ person: z.string() }),
  /** A handle, an outreach, a merge. */
  'not-found.person-item': z.object({ item: z.string() }),
  'conflict.handle-taken': z.object({ network: z.string(), handle: z.string(), person: z.string() }),
  /** An export of people is under way. */
  'conflict.erase-busy': z.object({})
} as const
