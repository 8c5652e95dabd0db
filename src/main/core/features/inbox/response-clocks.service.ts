import { BusinessClock, officeWeek } from '../../../../shared/features/care/business-hours'
import { readClock } from '../../../../shared/features/care/response-clock'
import type { InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader, Tx } from '../../context'

/** Minutes of business hours in which a first answer is due where nobody set a target: one working day of 24 hours on the wall. */
const MINUTE = 60_000

/** Length of a usual open day: so much business time passes within 24 hours. */
function dayMinutes(week: typeof officeWeek): number {
  const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const days = week.filter((spans) => spans.length > 0).map((spans) => spans.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0))
  return days.length === 0 ? 24 * 60 : Math.round(days.reduce((sum, minutes) => sum + minutes, 0) / days.length)
}

export interface ResponseClocks {
  /** Minutes for a channel; the empty name is for all without a target of their own. */
  minutesOf(channelId: string): number
  /** Targets that differ from the one for all, by channel. */
  own: ReadonlyMap<string, number>
  /** Whether somebody is there to answer. */
  isOpen(at: string): boolean
  read(waiting: { since: string; pausedFrom: string | null; channelId: string }, now: string): InboxRow['clock']
}

export async function openResponseClocks(db: Reader | Tx, zone: string): Promise<ResponseClocks> {
  const rows = (await db('care_target').select('channel_id', 'first_minutes')) as { channel_id: string | null; first_minutes: number }[]
  const week = officeWeek
  const clock = new BusinessClock({ zone, week, isClosed: () => false })
  const usual = rows.find(({ channel_id }) => channel_id === null)?.first_minutes ?? dayMinutes(week)
  const own = new Map(rows.flatMap(({ channel_id, first_minutes }) => (channel_id !== null && first_minutes !== usual ? [[channel_id, first_minutes] as const] : [])))
  const minutesOf = (channelId: string): number => own.get(channelId) ?? usual
  return {
    own,
    minutesOf,
    isOpen: (at) => clock.isOpen(at),
    read({ since, pausedFrom, channelId }, now) {
      const targetMinutes = minutesOf(channelId)
      const target = { first: targetMinutes * MINUTE, resolution: targetMinutes * MINUTE }
      const times = { waits: since === '' ? [] : [{ from: since, to: null, kind: 'first' as const }], resolution: null, pauses: pausedFrom === null ? [] : [{ from: pausedFrom, to: null }] }
      return { ...readClock(clock, times, target, now), targetMinutes }
    }
  }
}
