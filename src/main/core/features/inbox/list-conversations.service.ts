import { NEAR } from '../../../../shared/features/care/response-clock'
import type { InboxFilters, InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader } from '../../context'
import { countConversations, countViews, countWaits, listConversations, listWaiting, type Channels, type ConversationRow, type Page } from './conversations.queries'
import { presentRows, type RowContext } from './present-rows'
import type { ResponseClocks } from './response-clocks.service'

const dueOf = (row: ConversationRow, { clocks, now }: RowContext): string => clocks.read({ since: row.waiting_since, pausedFrom: null, channelId: row.channel_id }, now).dueAt ?? '9999'

interface TargetGroup {
  minutes: number
  channels: Channels
}

/** Channels by how long an answer on them may take; the first group is of all that have no target of their own. */
function targetGroups(own: ReadonlyMap<string, number>, usual: number): TargetGroup[] {
  const targets = new Map<number, string[]>()
  for (const [channelId, minutes] of own) targets.set(minutes, [...(targets.get(minutes) ?? []), channelId])
  return [{ minutes: usual, channels: { ids: [...own.keys()], except: true } }, ...[...targets].map(([minutes, ids]) => ({ minutes, channels: { ids, except: false } }))]
}

/**
 * Nearest to breach first. With one target for all, who waits longest is nearest, whatever the hours; with several, the first
 * ones of each target are merged by when they are due.
 */
async function nearestFirst(db: Reader, filters: InboxFilters, page: Page, context: RowContext): Promise<ConversationRow[]> {
  const { own, minutesOf } = context.clocks
  if (own.size === 0) return listWaiting(db, filters, context.now, page, { ids: [], except: true })
  const first = { offset: 0, limit: page.offset + page.limit }
  const found: { row: ConversationRow; due: string }[] = []
  for (const { channels } of targetGroups(own, minutesOf(''))) for (const row of await listWaiting(db, filters, context.now, first, channels)) found.push({ row, due: dueOf(row, context) })
  return found.sort((a, b) => a.due.localeCompare(b.due) || a.row.waiting_since.localeCompare(b.row.waiting_since)).slice(page.offset, page.offset + page.limit).map(({ row }) => row)
}

export async function listInbox(db: Reader, filters: InboxFilters, page: Page, context: RowContext): Promise<{ total: number; rows: InboxRow[] }> {
  const rows = filters.view === 'unanswered' ? await nearestFirst(db, filters, page, context) : await listConversations(db, filters, context.now, page)
  const total = rows.length < page.limit && (rows.length > 0 || page.offset === 0) ? page.offset + rows.length : await countConversations(db, filters, context.now)
  return { total, rows: await presentRows(db, rows, context) }
}

/** How many of those who wait have used up this share of their time: who waits since the same instant or longer, for each target. */
async function countUsed(db: Reader, { own, minutesOf, lateSince }: ResponseClocks, now: string, share: number): Promise<number> {
  let count = 0
  for (const { minutes, channels } of targetGroups(own, minutesOf(''))) {
    const since = lateSince(Math.ceil(minutes * share), now)
    if (since !== null) count += await countWaits(db, now, since, channels)
  }
  return count
}

export async function countInbox(db: Reader, clocks: ResponseClocks, now: string, me: string) {
  const [views, breached, pressed] = [await countViews(db, now, me), await countUsed(db, clocks, now, 1), await countUsed(db, clocks, now, NEAR)]
  return { ...views, breached, near: Math.max(0, pressed - breached) }
}
