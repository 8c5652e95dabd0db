import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { InboxFilters, InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { countInbox, listInbox } from './list-conversations.service'
import { openResponseClocks } from './response-clocks.service'

type All = AppOutputs['inbox']['listAll']

const nearest = (a: InboxRow, b: InboxRow): number => (a.clock.dueAt ?? '9999').localeCompare(b.clock.dueAt ?? '9999') || (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '')
const lastOf = (row: InboxRow): string => [row.lastInAt ?? '', row.lastOutAt ?? ''].sort().at(-1) ?? ''
const newest = (a: InboxRow, b: InboxRow): number => lastOf(b).localeCompare(lastOf(a))

/**
 * Conversations of all clients in one order, each client read by itself: nothing of one is written into another. One that
 * cannot be read is named and keeps nobody from seeing the others.
 */
export async function listAll(core: CoreServices, input: AppInputs['inbox']['listAll']): Promise<All> {
  const { offset = 0, limit = 200, view = 'unanswered', me = '', search = '', ...others } = input
  const filters: InboxFilters = { ...others, view, me, search }
  const now = core.now()
  const all: All = { total: 0, rows: [], clients: [], failed: [] }
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    const { id: clientId, name, color } = client
    try {
      const { reader } = await core.workspaces.open(clientId)
      const clocks = await openResponseClocks(reader, client.zone)
      const { total, rows } = await listInbox(reader, filters, { offset: 0, limit: offset + limit }, { clientId, clocks, now })
      const { counts, breached, near } = await countInbox(reader, clocks, now, me)
      all.total += total
      all.rows.push(...rows)
      all.clients.push({ clientId, name, color, unanswered: counts.unanswered, breached, near })
    } catch (error) {
      if (!isAppError(error)) throw error
      all.failed.push({ clientId, name, code: error.code })
    }
  }
  all.rows = all.rows.sort(view === 'unanswered' ? nearest : newest).slice(offset, offset + limit)
  return all
}
