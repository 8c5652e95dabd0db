import type { Waiting } from '../../../../shared/features/hand-off/due-rules'
import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import type { Reader } from '../../context'
import { freezesOf } from '../freezes'

/** States that wait for somebody to hand the post over. */
const waitingStates = ['approved', 'scheduled']

interface WaitingRow {
  id: string
  channel_id: string
  state: VariantState
  planned_instant: string
  snoozed_until: string | null
}

const waiting = (db: Reader) =>
  db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .whereIn('variant.state', waitingStates)
    .whereNull('post.trashed_at')

/** Everything whose planned time has come and that nobody has handed over; a snooze moves the time to be told at. What an incident froze waits for a decision, and is not told. */
export async function listWaiting(db: Reader, clientId: string, now: string): Promise<Waiting[]> {
  const rows = (await waiting(db)
    .where('variant.planned_instant', '<=', now)
    .select('variant.id', 'variant.planned_instant', 'variant.snoozed_until', 'variant.channel_id', 'variant.state')) as WaitingRow[]
  const isFrozen = await freezesOf(db)
  return rows.filter(({ id, channel_id, state }) => !isFrozen({ id, channelId: channel_id, state })).map((row) => {
    const planned = Date.parse(row.planned_instant)
    const snoozed = row.snoozed_until === null ? planned : Date.parse(row.snoozed_until)
    return { clientId, variantId: row.id, at: Math.max(planned, snoozed) }
  })
}

/** When the next variant comes due, in milliseconds; undefined when none waits. */
export async function findNextDue(db: Reader, now: string): Promise<number | undefined> {
  const row = (await waiting(db).where('variant.planned_instant', '>', now).orderBy('variant.planned_instant').first('variant.planned_instant')) as
    | { planned_instant: string }
    | undefined
  return row && Date.parse(row.planned_instant)
}

export interface DueFacts {
  title: string
  network: NetworkId
  time: string
}

/** What a notice says of one variant. */
export async function findDueFacts(db: Reader, variantId: string): Promise<DueFacts | undefined> {
  return (await db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .join('channel', 'channel.id', 'variant.channel_id')
    .where('variant.id', variantId)
    .first('post.title', 'channel.network', 'variant.planned_time as time')) as DueFacts | undefined
}
