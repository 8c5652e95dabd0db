import { z } from 'zod'

/** What can go wrong with incidents and what they freeze, beside what all operations share. */
export const incidentErrorData = {
  'not-found.incident': z.object({ incident: z.string() }),
  /** An entry, a contact, a holding line. */
  'not-found.incident-item': z.object({ item: z.string() }),
  'not-found.freeze': z.object({ freeze: z.string() }),
  'conflict.post-frozen': z.object({ title: z.string(), incident: z.string(), count: z.int() }),
  'conflict.not-frozen': z.object({}),
  'conflict.already-frozen': z.object({ title: z.string() }),
  'conflict.freeze-on': z.object({ title: z.string() }),
  'conflict.freeze-ended': z.object({}),
  'conflict.freeze-undecided': z.object({ count: z.int() }),
  'conflict.incident-closed': z.object({ title: z.string() }),
  'validation.frozen-past': z.object({ title: z.string() }),
  'validation.review-empty': z.object({})
} as const
