import type { InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader, Tx } from '../../context'
import { listTargets, openCareClock, targetsOf } from '../care'

export interface ResponseClocks {
  /** Minutes for a channel; the empty name is for all without a target of their own. */
  minutesOf(channelId: string): number
  /** Targets that differ from the one for all, by channel. */
  own: ReadonlyMap<string, number>
  /** Whether somebody is there to answer. */
  isOpen(at: string): boolean
  read(waiting: { since: string; pausedFrom: string | null; channelId: string }, now: string): InboxRow['clock']
  /** Who waits since this instant, or longer, waits too long by now; null where nobody can. */
  lateSince(minutes: number, now: string, share?: number): string | null
  /** When a share of a target is used up by who waits since then; null where the hours never add up. */
  usedUpAt(since: string, minutes: number, share: number): string | null
}

/** How long an answer may take, by the client's hours, holidays, pauses and targets. */
export async function openResponseClocks(db: Reader | Tx, zone: string): Promise<ResponseClocks> {
  const [clock, targets] = [await openCareClock(db, zone), await listTargets(db)]
  const minutesOf = (channelId: string): number => targetsOf(targets, channelId).firstMinutes
  const usual = minutesOf('')
  return {
    own: new Map([...targets.own].flatMap(([channelId, { firstMinutes }]) => (firstMinutes !== usual ? [[channelId, firstMinutes] as const] : []))),
    minutesOf,
    isOpen: (at) => clock.open.isOpen(at),
    read({ since, pausedFrom, channelId }, now) {
      const targetMinutes = minutesOf(channelId)
      const times = { waits: since === '' ? [] : [{ from: since, to: null, kind: 'first' as const }], resolution: null, pauses: pausedFrom === null ? [] : [{ from: pausedFrom, to: null }] }
      const reading = clock.read(times, targetMinutes, now)
      return { ...reading, left: reading.dueAt === null ? 0 : clock.open.between(now, reading.dueAt) - clock.open.between(reading.dueAt, now), targetMinutes }
    },
    lateSince: (minutes, now, share) => clock.lateSince(now, minutes, share),
    usedUpAt: (since, minutes, share) => clock.dueAt(since, minutes, share)
  }
}
