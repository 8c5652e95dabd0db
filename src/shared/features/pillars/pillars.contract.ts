import { z } from 'zod'
import { clientOperation, clientScope, done, id } from '../../contract/base'
import { hexColor } from '../clients/clients.contract'
import { day } from '../posts/posts.schema'

/** A theme that the client keeps coming back to. */
export const pillar = z.object({
  id,
  name: z.string(),
  color: z.string(),
  description: z.string(),
  /** Percent of all posts that should belong to it; null: none set. */
  targetShare: z.int().nullable(),
  position: z.int()
})
export type Pillar = z.infer<typeof pillar>

const fields = {
  name: z.string().trim().min(1).max(80),
  color: hexColor,
  description: z.string().max(5000),
  targetShare: z.int().min(0).max(100).nullable()
}

export const pillarsContract = {
  /** In their order. `posts` counts posts that are no ideas and not in the trash; with days, those planned from the first to the last. */
  list: clientOperation('query', 'validation.days')
    .input(clientScope.extend({ fromDay: day.optional(), toDay: day.optional() }))
    .output(z.object({ pillars: z.array(pillar.extend({ posts: z.int() })), total: z.int(), withoutPillar: z.int() })),
  /** Without a color it takes the one used least. */
  create: clientOperation('command', 'conflict.name-in-use', 'conflict.client-archived')
    .input(clientScope.extend(z.object(fields).partial().required({ name: true }).shape))
    .output(pillar),
  update: clientOperation('command', 'not-found.pillar', 'conflict.name-in-use', 'conflict.client-archived')
    .input(clientScope.extend(z.object(fields).partial().shape).extend({ pillarId: id }))
    .output(pillar),
  reorder: clientOperation('command', 'not-found.pillar', 'conflict.client-archived')
    .input(clientScope.extend({ ids: z.array(id).min(1).max(500) }))
    .output(done),
  /** Its posts and slots stay, without a pillar. */
  remove: clientOperation('command', 'not-found.pillar', 'conflict.client-archived').input(clientScope.extend({ pillarId: id })).output(done)
}
