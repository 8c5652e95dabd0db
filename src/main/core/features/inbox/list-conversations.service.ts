import { NEAR } from '../../../../shared/features/care/response-clock'
import type { InboxFilters, InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader } from '../../context'
import {
  countConversations, countViews, countWaits, listInOrder, listNewest, listWaiting, readQuery, type Channels, type ConversationPlace, type InboxQuery, type Page
} from './conversations.queries'
import { presentRows, type RowContext } from './present-rows'
import type { ResponseClocks } from './response-clocks.service'

/** When the answer is due that a conversation waits for; last where the clock stands still. */
export const dueOf = ({ waitingSince, channelId }: ConversationPlace, { clocks, now }: Pick<RowContext, 'clocks' | 'now'>): string =>
  clocks.read({ since: waitingSince, pausedFrom: null, channelId }, now).dueAt ?? '9999'

export interface TargetGroup {
  minutes: number
  channels: Channels
}

/** Channels by how long an answer on them may take; the first group is of all that have no target of their own. */
export function targetGroups(own: ReadonlyMap<string, number>, usual: number): TargetGroup[] {
  const targets = new Map<number, string[]>()
  for (const [channelId, minutes] of own) targets.set(minutes, [...(targets.get(minutes) ?? []), channelId])
  return [{ minutes: usual, channels: { ids: [...own.keys()], except: true } }, ...[...targets].map(([minutes, ids]) => ({ minutes, channels: { ids, except: false } }))]
}

/**
 * Nearest to breach first. With one target for all, who waits longest is nearest, whatever the hours; with several, the first
 * ones of each target are merged by when they are due.
 */
async function nearestFirst(db: Reader, query: InboxQuery, page: Page, context: RowContext): Promise<ConversationPlace[]> {
  const { own, minutesOf } = context.clocks
  if (own.size === 0) return listWaiting(db, query, page, { ids: [], except: true })
  const first = { offset: 0, limit: page.offset + page.limit }
  const found: { place: ConversationPlace; due: string }[] = []
  for (const { channels } of targetGroups(own, minutesOf(''))) for (const place of await listWaiting(db, query, first, channels)) found.push({ place, due: dueOf(place, context) })
  return found.sort((a, b) => a.due.localeCompare(b.due) || a.place.waitingSince.localeCompare(b.place.waitingSince)).slice(page.offset, page.offset + page.limit).map(({ place }) => place)
}

const isPlain = ({ view, me: _me, search, ...narrowing }: InboxFilters): boolean => view === 'unanswered' && search.trim() === '' && Object.values(narrowing).every((value) => value === undefined)

/**
 * The conversations of a page in their order, and how many there are in all.
 * @param unanswered how many wait for an answer, where that is known already
 */
export async function orderInbox(db: Reader, filters: InboxFilters, page: Page, context: RowContext, unanswered?: number): Promise<{ total: number; places: ConversationPlace[] }> {
  const query = await readQuery(db, filters, context.now)
  const places = filters.view === 'unanswered' ? await nearestFirst(db, query, page, context) : await listNewest(db, query, page)
  const isLast = places.length < page.limit && (places.length > 0 || page.offset === 0)
  if (isLast) return { total: page.offset + places.length, places }
  return { total: unanswered !== undefined && isPlain(filters) ? unanswered : await countConversations(db, query), places }
}

/** Rows of conversations in the order of their ids. */
export const rowsOf = async (db: Reader, ids: readonly string[], context: RowContext): Promise<InboxRow[]> => presentRows(db, await listInOrder(db, ids, context.now), context)

export async function listInbox(db: Reader, filters: InboxFilters, page: Page, context: RowContext): Promise<{ total: number; rows: InboxRow[] }> {
  const { total, places } = await orderInbox(db, filters, page, context)
  return { total, rows: await rowsOf(db, places.map(({ id }) => id), context) }
}

/** How many of those who wait have used up this share of their time: who waits since the same instant or longer, for each target. */
async function countUsed(db: Reader, { own, minutesOf, lateSince }: ResponseClocks, now: string, share: number): Promise<number> {
  let count = 0
  for (const { minutes, channels } of targetGroups(own, minutesOf(''))) {
    const since = lateSince(minutes, now, share)
    if (since !== null) count += await countWaits(db, now, since, channels)
  }
  return count
}

/** How many wait too long, and how many nearly so. */
async function countPressed(db: Reader, clocks: ResponseClocks, now: string): Promise<{ breached: number; near: number }> {
  const [breached, pressed] = [await countUsed(db, clocks, now, 1), await countUsed(db, clocks, now, NEAR)]
  return { breached, near: Math.max(0, pressed - breached) }
}

/** What the list of all clients says of one. */
export async function countWaiting(db: Reader, clocks: ResponseClocks, now: string): Promise<{ unanswered: number; breached: number; near: number }> {
  const unanswered = await countConversations(db, { filters: { view: 'unanswered', search: '', me: '' }, now, found: undefined })
  return { unanswered, ...(unanswered === 0 ? { breached: 0, near: 0 } : await countPressed(db, clocks, now)) }
}

export async function countInbox(db: Reader, clocks: ResponseClocks, now: string, me: string) {
  return { ...(await countViews(db, now, me)), ...(await countPressed(db, clocks, now)) }
}
