import type { PlannedTime } from '../../../../shared/features/posts/posts.schema'
import { addDays } from '../../../../shared/time'
import type { Reader } from '../../context'

interface Row {
  id: string
  title: string
  text: string
  planned_on: string
  planned_time: string
  zone: string
  planned_pick: PlannedTime['pick']
  planned_instant: string
}

export interface Channelless {
  postId: string
  title: string
  planned: PlannedTime
}

/** Posts planned from one day to another, both included, that go out on no channel. */
export async function listWithoutChannel(db: Reader, fromDay: string, toDay: string): Promise<Channelless[]> {
  const rows = (await db('post')
    // The index is on instants, which lie within a day of the same wall clock in UTC.
    .whereBetween('planned_instant', [addDays(fromDay, -1), addDays(toDay, 2)])
    .whereBetween('planned_on', [fromDay, toDay])
    .whereNull('trashed_at')
    .whereNotExists(db('variant').whereRaw('variant.post_id = post.id'))
    .orderBy('planned_instant')
    .select('id', 'title', 'text', 'planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant')) as Row[]
  return rows.map(({ id, title, text, planned_on, planned_time, zone, planned_pick, planned_instant }) => ({
    postId: id,
    title: title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    planned: { date: planned_on, time: planned_time, zone, pick: planned_pick, instant: planned_instant }
  }))
}
