import type { AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { TodayItem } from '../../../../shared/features/calendar/calendar.contract'
import { variantStatus } from '../../../../shared/features/posts/post-states'
import { addDays, startOfDay, todayIn } from '../../../../shared/time'
import type { CoreServices } from '../../context'
import { type CatalogClient, listCatalogClients } from '../../workspaces/catalog'
import { type EntryRow, listOpenEntries, listReviewEntries } from './entries.queries'
import { entryPresenter } from './present-entries'

type Today = AppOutputs['today']['list']
type Client = Pick<CatalogClient, 'id' | 'name' | 'color' | 'zone'>
type Waiting = Pick<Today, 'overdue' | 'today' | 'review' | 'tomorrow'>

const nothing = (): Waiting => ({ overdue: [], today: [], review: [], tomorrow: [] })

/** In which list an entry before the end of tomorrow stands. Snoozed ones stay where they are, and say until when. */
function placeOf(row: EntryRow, now: string, tomorrow: string): 'overdue' | 'today' | 'tomorrow' {
  const instant = row.planned_instant ?? ''
  const planned = row.planned_instant === null ? null : { instant }
  if (variantStatus({ state: row.state, planned }, now) === 'overdue') return 'overdue'
  return instant < tomorrow ? 'today' : 'tomorrow'
}

/** What waits in one client, by its own day. Reads nothing but its workspace. */
async function waitingIn(core: CoreServices, client: Client, now: string): Promise<Waiting> {
  const { reader } = await core.workspaces.open(client.id)
  const present = entryPresenter(core, client.id)
  const item = (row: EntryRow): TodayItem => ({
    clientId: client.id,
    clientName: client.name,
    clientColor: client.color,
    zone: client.zone,
    entry: present(row),
    snoozedUntil: row.snoozed_until
  })
  const today = todayIn(client.zone, now)
  const [tomorrow, after] = [startOfDay(addDays(today, 1), client.zone), startOfDay(addDays(today, 2), client.zone)]
  const waiting = nothing()
  for (const row of await listOpenEntries(reader, after)) waiting[placeOf(row, now, tomorrow)].push(item(row))
  waiting.review = (await listReviewEntries(reader)).map(item)
  return waiting
}

/** By time over all clients; what has no time comes last. */
const inOrder = (items: TodayItem[]): TodayItem[] =>
  items.sort((a, b) => (a.entry.planned?.instant ?? '~').localeCompare(b.entry.planned?.instant ?? '~') || a.clientName.localeCompare(b.clientName))

/**
 * What waits for a hand over all clients, read one after another. A client that cannot be read, since it is open elsewhere or
 * damaged, is named and keeps nobody from seeing the others. Archived clients are left out.
 */
export async function readToday(core: CoreServices): Promise<Today> {
  const now = core.now()
  const all: Today = { now, ...nothing(), unread: [] }
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    try {
      const found = await waitingIn(core, client, now)
      for (const list of ['overdue', 'today', 'review', 'tomorrow'] as const) all[list].push(...found[list])
    } catch (error) {
      if (!isAppError(error)) throw error
      all.unread.push({ clientId: client.id, clientName: client.name, code: error.code })
    }
  }
  for (const list of ['overdue', 'today', 'review', 'tomorrow'] as const) inOrder(all[list])
  return all
}
