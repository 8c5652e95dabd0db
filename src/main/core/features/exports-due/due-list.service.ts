import type { AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { readExports } from './overview.service'

/**
 * What is due over all clients, longest first; what a person put off is left out. A client that cannot be read keeps nobody
 * from seeing the others. Archived clients are left out.
 */
export async function readDueExports(core: CoreServices): Promise<AppOutputs['exportsDue']['list']> {
  const now = core.now()
  const all: AppOutputs['exportsDue']['list'] = { items: [], unread: [] }
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    try {
      const { channels } = await readExports(await core.workspaces.open(client.id), now)
      const whose = { clientId: client.id, clientName: client.name, clientColor: client.color }
      for (const { name, exports } of channels)
        all.items.push(...exports.filter(({ due, snoozedUntil }) => due && snoozedUntil === null).map((one) => ({ ...one, ...whose, channelName: name })))
    } catch (error) {
      if (!isAppError(error)) throw error
      all.unread.push({ clientId: client.id, clientName: client.name, code: error.code })
    }
  }
  all.items.sort((a, b) => (a.dueFrom ?? '').localeCompare(b.dueFrom ?? '') || a.clientName.localeCompare(b.clientName))
  return all
}
