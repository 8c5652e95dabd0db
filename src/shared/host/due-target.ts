import { z } from 'zod'

/** What a notice leads to: a post on its way out, a conversation that waits, the inbox of all clients for several of them, or Today for several posts. */
export const dueTarget = z.union([
  z.object({ clientId: z.string(), variantId: z.string() }),
  z.object({ clientId: z.string(), conversationId: z.string() }),
  z.object({ screen: z.enum(['today', 'inbox']) })
])
export type DueTarget = z.infer<typeof dueTarget>
