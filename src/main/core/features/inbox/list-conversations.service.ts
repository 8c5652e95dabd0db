import { inboxViews, type InboxFilters, type InboxRow, type InboxView } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader } from '../../context'
import { countConversations, countUnread, listConversations, listWaiting, listWaits, type ConversationRow, type Page } from './conversations.queries'
import { presentRows, type RowContext } from './present-rows'
import type { ResponseClocks } from './response-clocks.service'

const dueOf = (row: ConversationRow, { clocks, now }: RowContext): string => clocks.read({ since: row.waiting_since, pausedFrom: null, channelId: row.channel_id }, now).dueAt ?? '9999'

/**
 * Nearest to breach first. With one target for all, who waits longest is nearest; with several, the first ones of each target
 * are merged by when they are due.
 */
async function nearestFirst(db: Reader, filters: InboxFilters, page: Page, context: RowContext): Promise<ConversationRow[]> {
  const { own } = context.clocks
  if (own.size === 0) return listWaiting(db, filters, context.now, page, { ids: [], except: true })
  const targets = new Map<number, string[]>()
  for (const [channelId, minutes] of own) targets.set(minutes, [...(targets.get(minutes) ?? []), channelId])
  const groups = [{ ids: [...own.keys()], except: true }, ...[...targets.values()].map((ids) => ({ ids, except: false }))]
  const first = { offset: 0, limit: page.offset + page.limit }
  const found: { row: ConversationRow; due: string }[] = []
  for (const group of groups) for (const row of await listWaiting(db, filters, context.now, first, group)) found.push({ row, due: dueOf(row, context) })
  return found.sort((a, b) => a.due.localeCompare(b.due) || a.row.waiting_since.localeCompare(b.row.waiting_since)).slice(page.offset, page.offset + page.limit).map(({ row }) => row)
}

export async function listInbox(db: Reader, filters: InboxFilters, page: Page, context: RowContext): Promise<{ total: number; rows: InboxRow[] }> {
  const rows = filters.view === 'unanswered' ? await nearestFirst(db, filters, page, context) : await listConversations(db, filters, context.now, page)
  const total = rows.length < page.limit && (rows.length > 0 || page.offset === 0) ? page.offset + rows.length : await countConversations(db, filters, context.now)
  return { total, rows: await presentRows(db, rows, context) }
}

/** How many of those who wait have waited too long; asked from the longest wait on, of each target. */
async function countBreached(db: Reader, clocks: ResponseClocks, now: string): Promise<number> {
  const over = new Set<number>()
  let count = 0
  for (const { channel_id: channelId, waiting_since: since } of await listWaits(db, now)) {
    const minutes = clocks.minutesOf(channelId)
    if (over.has(minutes)) continue
    if (clocks.read({ since, pausedFrom: null, channelId }, now).state === 'breached') count += 1
    else over.add(minutes)
  }
  return count
}

const filtersOf = (view: InboxView, me: string): InboxFilters => ({ view, me, search: '' })

export async function countInbox(db: Reader, clocks: ResponseClocks, now: string, me: string) {
  const counts = {} as Record<InboxView, number>
  for (const view of inboxViews) counts[view] = await countConversations(db, filtersOf(view, me), now)
  return { counts, unread: await countUnread(db), breached: await countBreached(db, clocks, now) }
}
