import type { Knex } from 'knex'
import { NEAR } from '../../../../../shared/features/care/response-clock'
import type { Reader } from '../../../context'
import { targetGroups, type TargetGroup } from '../list-conversations.service'
import type { ResponseClocks } from '../response-clocks.service'

/** A conversation whose answer came near the end of its time, or past it. */
export interface DueAnswer {
  id: string
  /** Whom it is assigned to, else who owns the channel; may be empty. */
  owner: string
}

export interface DueAnswers {
  near: DueAnswer[]
  late: DueAnswer[]
}

/** More than anybody reads of; the number told is exact up to here. */
const MOST = 1000

function waiting(db: Reader, now: string, { channels }: TargetGroup): Knex.QueryBuilder {
  const query = db('conversation as c').where('c.messages', '>', 0).whereRaw("(+c.care = 'open' OR (+c.care = 'snoozed' AND c.snoozed_until <= ?)) AND c.waiting_since > ''", [now])
  return channels.except ? query.whereNotIn('c.channel_id', [...channels.ids]) : query.whereIn('c.channel_id', [...channels.ids])
}

interface Span {
  from: string
  to: string
}

/**
 * Who waited past a share of the target in a span of time: since those instants, or put back to open in it and past that share before.
 * @param unlessSince who waits since then or longer is left to the next step
 */
async function crossed(db: Reader, clocks: ResponseClocks, group: TargetGroup, share: number, { from, to }: Span, unlessSince: string): Promise<DueAnswer[]> {
  const since = clocks.lateSince(group.minutes, to, share)
  if (since === null) return []
  const before = clocks.lateSince(group.minutes, from, share) ?? ''
  return (await waiting(db, to, group)
    .leftJoin('channel as h', 'h.id', 'c.channel_id')
    .where('c.waiting_since', '<=', since)
    .where('c.waiting_since', '>', unlessSince)
    .whereRaw("(c.waiting_since > ? OR (+c.care = 'snoozed' AND c.snoozed_until > ?))", [before, from])
    .orderBy('c.waiting_since')
    .limit(MOST)
    .select('c.id', db.raw("CASE WHEN c.assignee <> '' THEN c.assignee ELSE coalesce(h.owner, '') END AS owner"))) as DueAnswer[]
}

/** What came near the end of its time in a span of time, and what went past it. Time in which nobody is there to answer counts as little as everywhere. */
export async function listDueAnswers(db: Reader, clocks: ResponseClocks, span: Span): Promise<DueAnswers> {
  const found: DueAnswers = { near: [], late: [] }
  for (const group of targetGroups(clocks.own, clocks.minutesOf(''))) {
    found.late.push(...(await crossed(db, clocks, group, 1, span, '')))
    found.near.push(...(await crossed(db, clocks, group, NEAR, span, clocks.lateSince(group.minutes, span.to) ?? '')))
  }
  return found
}

/** When the next answer comes near the end of its time or past it, or the next snooze is over; undefined where nothing of that is in sight. */
export async function findNextDueAnswer(db: Reader, clocks: ResponseClocks, now: string): Promise<string | undefined> {
  const snooze = (await db('conversation').where('care', 'snoozed').where('snoozed_until', '>', now).min({ at: 'snoozed_until' }).first()) as { at: string | null } | undefined
  const next = [snooze?.at ?? null]
  for (const group of targetGroups(clocks.own, clocks.minutesOf(''))) {
    for (const share of [NEAR, 1]) {
      const since = clocks.lateSince(group.minutes, now, share) ?? ''
      const first = (await waiting(db, now, group).where('c.waiting_since', '>', since).orderBy('c.waiting_since').first('c.waiting_since as since')) as { since: string } | undefined
      if (first) next.push(clocks.usedUpAt(first.since, group.minutes, share))
    }
  }
  return next.filter((at) => at !== null).toSorted()[0]
}
