import { emptySlots, freeSlots, slotsForPillar, type FreeSlot, type PostingSlot, type SlotSearch } from '../../../../shared/calendar'
import { AppError } from '../../../../shared/errors/app-error'
import { isZone, rangeOfDays, type Weekday } from '../../../../shared/time'
import type { Reader, Tx } from '../../context'
import { listChannels, listSlots } from '../channels'
import { listTakenInstants } from './slots.queries'

/** A channel that posts at fixed times of the week. */
export interface ChannelSlots {
  channelId: string
  zone: string
  slots: PostingSlot[]
}

export interface SlotOpening {
  channelId: string
  date: string
  time: string
  zone: string
  instant: string
  pillarId: string | null
}

/**
 * Channels that are in use, with the times at which each posts; those without any among them.
 * @param zone of the client, where a channel has none of its own
 */
export async function listChannelSlots(db: Reader | Tx, zone: string): Promise<ChannelSlots[]> {
  const slots = await listSlots(db)
  const channels = (await listChannels(db)).filter(({ archivedAt }) => archivedAt === null)
  return channels.map((channel) => ({
    channelId: channel.id,
    zone: channel.zone && isZone(channel.zone) ? channel.zone : zone,
    slots: slots
      .filter(({ channelId }) => channelId === channel.id)
      .map(({ weekday, time, pillarId }) => ({ weekday: weekday as Weekday, time, pillarId }))
  }))
}

/** What the rules of slots ask for: the channel's times, less those at which it posts already. */
export async function slotSearch(db: Reader | Tx, { channelId, slots, zone }: ChannelSlots, after: string, before?: string): Promise<SlotSearch> {
  return { slots, zone, after, taken: await listTakenInstants(db, channelId, after, before) }
}

export const toOpening = (channelId: string, zone: string, { date, time, instant, slot }: FreeSlot): SlotOpening => ({
  channelId, zone, date, time, instant, pillarId: slot.pillarId
})

const inOrder = (a: SlotOpening, b: SlotOpening): number => a.instant.localeCompare(b.instant) || a.channelId.localeCompare(b.channelId)

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

/** Times of the days given that no post is planned for; none of them past. */
export async function listOpenSlots(db: Reader, zone: string, days: { first: string; last: string }, now: string): Promise<SlotOpening[]> {
  const found: SlotOpening[] = []
  for (const channel of await listChannelSlots(db, zone)) {
    if (channel.slots.length === 0) continue
    const { from, to } = rangeOfDays(days.first, days.last, channel.zone)
    const search = await slotSearch(db, channel, from > now ? justBefore(from) : now, to)
    found.push(...emptySlots(search, days.first, days.last).map((free) => toOpening(channel.channelId, channel.zone, free)))
  }
  return found.sort(inOrder)
}

export interface NextSlots {
  channelIds: readonly string[]
  pillarId: string | null
  after: string
  /** How many of each channel. */
  count: number
}

/** @throws AppError `not-found.channel`, also for one that is archived */
export async function listNextSlots(db: Reader, zone: string, { channelIds, pillarId, after, count }: NextSlots): Promise<SlotOpening[]> {
  const channels = new Map((await listChannelSlots(db, zone)).map((channel) => [channel.channelId, channel]))
  const found: SlotOpening[] = []
  for (const id of new Set(channelIds)) {
    const channel = channels.get(id)
    if (!channel) throw new AppError('not-found.channel', { channel: id })
    const search = await slotSearch(db, channel, after)
    const free = freeSlots({ ...search, slots: slotsForPillar(search.slots, pillarId) })
    for (let left = count; left > 0; left--) {
      const { value } = free.next()
      if (!value) break
      found.push(toOpening(id, channel.zone, value))
    }
  }
  return found.sort(inOrder)
}
