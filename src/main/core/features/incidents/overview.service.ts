import type { AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { readCurrent } from './incidents.service'

/** What is open over all clients, read one after another. One that cannot be read is named and keeps nobody from seeing the others. */
export async function readOverview(core: CoreServices): Promise<AppOutputs['incidents']['overview']> {
  const all: AppOutputs['incidents']['overview'] = { clients: [], failed: [] }
  for (const { id: clientId, name, color, removedAt, archivedAt } of await listCatalogClients(core.catalog.reader)) {
    if (removedAt || archivedAt) continue
    try {
      const current = await readCurrent((await core.workspaces.open(clientId)).reader)
      if (current.incidents.length > 0) all.clients.push({ ...current, clientId, name, color })
    } catch (error) {
      if (!isAppError(error)) throw error
      all.failed.push({ clientId, name, code: error.code })
    }
  }
  return all
}
