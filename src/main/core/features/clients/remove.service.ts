import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RemovedClient } from '../../../../shared/features/clients/clients.contract'
import type { CallContext, CoreServices, Reader } from '../../context'
import { sealStep } from '../../db/steps'
import { deleteEntry, findCatalogClient, listCatalogClients, updateEntry } from '../../workspaces/catalog'
import { assertUnlocked } from '../../workspaces/move-folders'

const keptDays = 30

function purgeTime(removedAt: string): string {
  return new Date(Date.parse(removedAt) + keptDays * 86_400_000).toISOString()
}

/**
 * Notes the removal, then moves the folder to the recoverable place; a kill in between is put right at the next start.
 * @throws AppError `conflict.workspace-locked` while another process has it open
 */
export async function removeClient(context: CallContext, clientId: string): Promise<void> {
  const { core } = context
  const { name } = (await findCatalogClient(core.catalog.reader, clientId)) ?? { name: clientId }
  await core.workspaces.close(clientId)
  await assertUnlocked(join(core.home.workspaces, clientId), name, core.options.hostName)
  await core.catalog.command('clients.remove', (tx) => updateEntry(tx, clientId, { removedAt: core.now() }))
  await core.workspaces.reconcile()
  core.emit({ type: 'clients.changed' })
}

export async function removedClients(db: Reader): Promise<RemovedClient[]> {
  const clients = await listCatalogClients(db)
  return clients.flatMap(({ id, name, color, removedAt }) =>
    removedAt ? [{ id, name, color, removedAt, purgeAt: purgeTime(removedAt) }] : []
  )
}

/** Deletes for good what was removed more than 30 days ago. Run at start. */
export async function purgeRemoved(core: CoreServices): Promise<void> {
  for (const client of await removedClients(core.catalog.reader)) {
    if (client.purgeAt > core.now()) continue
    await core.catalog.command('clients.purge', async (tx) => {
      await deleteEntry(tx, client.id)
      await sealStep(tx, 'clients.purge')
    })
    await rm(join(core.home.removed, client.id), { recursive: true, force: true })
  }
}
