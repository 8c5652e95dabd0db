import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Reader, Tx } from '../../context'

/** Instants after `after`, and where it is given before `before`, at which something is planned on a channel. What was missed or put away takes no slot. */
export async function listTakenInstants(db: Reader | Tx, channelId: string, after: string, before?: string): Promise<Set<string>> {
  const planned = (await db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .whereNull('post.trashed_at')
    .where('variant.channel_id', channelId)
    .where('variant.planned_instant', '>', after)
    .modify((query) => before !== undefined && void query.where('variant.planned_instant', '<', before))
    .whereNotIn('variant.state', ['missed', 'archived'])
    .pluck('variant.planned_instant')) as string[]
  return new Set(planned)
}

/** What is to come on a channel; of a post, on how many channels it goes out. */
export interface QueueRow {
  id: string
  post_id: string
  state: VariantState
  planned_on: string
  planned_time: string
  zone: string
  planned_instant: string
  siblings: number
}

export async function listQueue(db: Reader | Tx, channelId: string, after: string): Promise<QueueRow[]> {
  return (await db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .whereNull('post.trashed_at')
    .where('variant.channel_id', channelId)
    .where('variant.planned_instant', '>', after)
    .orderBy(['variant.planned_instant', 'variant.id'])
    .select('variant.id', 'variant.post_id', 'variant.state')
    .select('variant.planned_on', 'variant.planned_time', 'variant.zone', 'variant.planned_instant')
    .select(db.raw('(SELECT count(*) FROM variant AS other WHERE other.post_id = variant.post_id) AS siblings'))) as QueueRow[]
}
