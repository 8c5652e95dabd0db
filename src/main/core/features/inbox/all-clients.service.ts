import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { InboxFilters, InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { CoreServices, Reader } from '../../context'
import { listCatalogClients, type CatalogClient } from '../../workspaces/catalog'
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

/** Rows of those that are on the page, in its order; clients side by side. */
async function present(page: readonly Placed[]): Promise<InboxRow[]> {
  const contexts = [...new Set(page.map((one) => one.context))]
  const found = await Promise.all(
    contexts.map(async (context) => {
      const own = page.filter((one) => one.context === context)
      const [first] = own
      return first ? rowsOf(first.reader, own.map(({ id }) => id), context) : []
    })
  )
  const rows = new Map(found.flat().map((row) => [row.id, row]))
  return page.flatMap(({ id }) => rows.get(id) ?? [])
}

interface OfClient {
  total: number
  placed: Placed[]
  client: All['clients'][number]
}

/** One client's part: as many of its conversations as can be on the page, and how many wait. */
async function lookAt(core: CoreServices, { id: clientId, name, color, zone }: CatalogClient, filters: InboxFilters, most: number): Promise<OfClient> {
  const { reader } = await core.workspaces.open(clientId)
  const clocks = await openResponseClocks(reader, zone)
  const context = { clientId, clocks, now: core.now() }
  const waiting = await countWaiting(reader, clocks, context.now)
  const { total, places } = await orderInbox(reader, filters, { offset: 0, limit: most }, context, waiting.unanswered)
  const isDue = filters.view === 'unanswered'
  return { total, placed: places.map((place) => ({ ...place, due: isDue ? dueOf(place, context) : '', context, reader })), client: { clientId, name, color, ...waiting } }
}

/**
 * Conversations of all clients in one order, each client read by itself, several at a time: nothing of one is written into another.
 * One that cannot be read is named and keeps nobody from seeing the others.
 */
export async function listAll(core: CoreServices, input: AppInputs['inbox']['listAll']): Promise<All> {
  const { offset = 0, limit = 200, view = 'unanswered', me = '', search = '', ...others } = input
  const filters: InboxFilters = { ...others, view, me, search }
  const all: All = { total: 0, rows: [], clients: [], failed: [] }
  const placed: Placed[] = []
  const clients = (await listCatalogClients(core.catalog.reader)).filter(({ removedAt, archivedAt }) => !removedAt && !archivedAt)
  const looks = await Promise.allSettled(clients.map((client) => lookAt(core, client, filters, offset + limit)))
  for (const [index, look] of looks.entries()) {
    const { id: clientId = '', name = '' } = clients[index] ?? {}
    if (look.status === 'fulfilled') {
      all.total += look.value.total
      placed.push(...look.value.placed)
      all.clients.push(look.value.client)
    } else if (isAppError(look.reason)) all.failed.push({ clientId, name, code: look.reason.code })
    else throw look.reason
  }
  return { ...all, rows: await present(placed.sort(view === 'unanswered' ? nearest : newest).slice(offset, offset + limit)) }
}
