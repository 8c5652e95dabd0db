import { z } from 'zod'

/** What can go wrong with posts of networks, learnings and goals, beside what all operations share. */
export const contentErrorData = {
  'not-found.subject': z.object({ subject: z.string() }),
  'not-found.learning': z.object({ learning: z.string() }),
  'not-found.goal': z.object({ goal: z.string() }),
  /** The post of the network belongs to a post of the plan already. */
  'conflict.subject-planned': z.object({ title: z.string() }),
  /** The channel of the file is not one of the client's, so nothing can be put into its plan. */
  'conflict.subject-without-channel': z.object({ title: z.string() })
} as const
