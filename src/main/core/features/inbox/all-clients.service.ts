import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { InboxFilters, InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { CoreServices, Reader } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { countWaiting, dueOf, orderInbox, rowsOf } from './list-conversations.service'
import type { RowContext } from './present-rows'
import { openResponseClocks } from './response-clocks.service'

type All = AppOutputs['inbox']['listAll']

/** A conversation of one of the clients, and what it is ordered by. */
interface Placed {
  id: string
  due: string
  waitingSince: string
  lastAt: string
  context: RowContext
  reader: Reader
}

const nearest = (a: Placed, b: Placed): number => a.due.localeCompare(b.due) || a.waitingSince.localeCompare(b.waitingSince)
const newest = (a: Placed, b: Placed): number => b.lastAt.localeCompare(a.lastAt)

/** Rows of those that are on the page, client by client, in the order of the page. */
async function present(page: readonly Placed[]): Promise<InboxRow[]> {
  const rows = new Map<string, InboxRow>()
  for (const context of new Set(page.map((one) => one.context))) {
    const own = page.filter((one) => one.context === context)
    const [{ reader } = { reader: undefined }] = own
    if (reader) for (const row of await rowsOf(reader, own.map(({ id }) => id), context)) rows.set(row.id, row)
  }
  return page.flatMap(({ id }) => rows.get(id) ?? [])
}

/**
 * Conversations of all clients in one order, each client read by itself: nothing of one is written into another. One that
 * cannot be read is named and keeps nobody from seeing the others.
 */
export async function listAll(core: CoreServices, input: AppInputs['inbox']['listAll']): Promise<All> {
  const { offset = 0, limit = 200, view = 'unanswered', me = '', search = '', ...others } = input
  const filters: InboxFilters = { ...others, view, me, search }
  const now = core.now()
  const all: All = { total: 0, rows: [], clients: [], failed: [] }
  const placed: Placed[] = []
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    const { id: clientId, name, color } = client
    try {
      const { reader } = await core.workspaces.open(clientId)
      const clocks = await openResponseClocks(reader, client.zone)
      const context = { clientId, clocks, now }
      const { total, places } = await orderInbox(reader, filters, { offset: 0, limit: offset + limit }, context)
      all.total += total
      placed.push(...places.map((place) => ({ ...place, due: view === 'unanswered' ? dueOf(place, context) : '', context, reader })))
      all.clients.push({ clientId, name, color, ...(await countWaiting(reader, clocks, now)) })
    } catch (error) {
      if (!isAppError(error)) throw error
      all.failed.push({ clientId, name, code: error.code })
    }
  }
  return { ...all, rows: await present(placed.sort(view === 'unanswered' ? nearest : newest).slice(offset, offset + limit)) }
}
