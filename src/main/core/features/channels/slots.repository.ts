import { AppError } from '../../../../shared/errors/app-error'
import type { ChannelSlot } from '../../../../shared/features/channels/accounts.schema'
import type { Reader, Tx } from '../../context'

interface SlotRow {
  id: string
  channel_id: string
  weekday: number
  time: string
  pillar_id: string | null
}

const toSlot = (row: SlotRow): ChannelSlot => ({
  id: row.id,
  channelId: row.channel_id,
  weekday: row.weekday,
  time: row.time,
  pillarId: row.pillar_id
})

/** By weekday and time. */
export async function listSlots(db: Reader | Tx, channelId?: string): Promise<ChannelSlot[]> {
  const rows = (await db('channel_slot')
    .modify((query) => {
      if (channelId) void query.where({ channel_id: channelId })
    })
    .orderBy(['weekday', 'time'])) as SlotRow[]
  return rows.map(toSlot)
}

type NewSlot = Omit<ChannelSlot, 'id' | 'channelId'>
const keyOf = (slot: NewSlot) => `${slot.weekday} ${slot.time}`

/**
 * Makes the slots of a channel these and no others. One that stays keeps its id.
 * @throws AppError `not-found.pillar`
 */
export async function replaceSlots(tx: Tx, channelId: string, slots: readonly NewSlot[], newId: () => string): Promise<void> {
  const pillars = new Set((await tx('pillar').pluck('id')) as string[])
  const unknown = slots.find(({ pillarId }) => pillarId !== null && !pillars.has(pillarId))
  if (unknown) throw new AppError('not-found.pillar', { pillar: unknown.pillarId })
  const wanted = new Map(slots.map((slot) => [keyOf(slot), slot]))
  for (const old of await listSlots(tx, channelId)) {
    const next = wanted.get(keyOf(old))
    if (!next) await tx('channel_slot').where({ id: old.id }).delete()
    else if (next.pillarId !== old.pillarId) await tx('channel_slot').where({ id: old.id }).update({ pillar_id: next.pillarId })
    wanted.delete(keyOf(old))
  }
  for (const { weekday, time, pillarId } of wanted.values()) {
    await tx('channel_slot').insert({ id: newId(), channel_id: channelId, weekday, time, pillar_id: pillarId })
  }
}
