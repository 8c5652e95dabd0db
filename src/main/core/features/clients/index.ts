import { AppError } from '../../../../shared/errors/app-error'
import type { ClientSummary } from '../../../../shared/features/clients/clients.contract'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { type CatalogClient, findCatalogClient, listCatalogClients, noteOpened, updateEntry } from '../../workspaces/catalog'
import { updateProfile } from '../../workspaces/profile.repository'
import type { ClientProfile } from '../../workspaces/workspaces.types'
import { adoptFolder, findFolders } from './adopt.service'
import { checkWorkspace } from './check.service'
import { createClient } from './create.service'
import { setLogo } from './logo.service'
import { assertNameFree, assertZone } from './profile-rules'
import { removedClients, removeClient } from './remove.service'

export { createClient } from './create.service'
export { findClientByName } from './profile-rules'
export { purgeRemoved } from './remove.service'

export function toSummary(context: CallContext, client: CatalogClient): ClientSummary {
  const { logoFile, ...profile } = client
  return {
    id: profile.id,
    name: profile.name,
    color: profile.color,
    zone: profile.zone,
    languages: profile.languages,
    weekStart: profile.weekStart,
    archivedAt: profile.archivedAt,
    createdAt: profile.createdAt,
    pinned: profile.pinned,
    openedAt: profile.openedAt,
    logoUrl: logoFile ? context.core.urls.sign({ kind: 'logo', clientId: client.id, file: logoFile }) : null
  }
}

/** @throws AppError `not-found.client` also for one that was deleted */
export async function getSummary(context: CallContext, clientId: string): Promise<ClientSummary> {
  const client = await findCatalogClient(context.core.catalog.reader, clientId)
  if (!client || client.removedAt) throw new AppError('not-found.client', { client: clientId })
  return toSummary(context, client)
}

async function changeProfile(
  context: CallContext,
  clientId: string,
  change: Partial<ClientProfile>,
  allowArchived = false
): Promise<ClientSummary> {
  await context.command(clientId, (tx) => updateProfile(tx, change), { allowArchived })
  await context.core.workspaces.refreshProfile(clientId)
  return getSummary(context, clientId)
}

async function changeEntry(context: CallContext, clientId: string, change: { pinned?: boolean; removedAt?: string | null }) {
  await context.core.catalog.command(context.operation, (tx) => updateEntry(tx, clientId, change))
  context.core.emit({ type: 'clients.changed' })
}

export const clientsHandlers = {
  list: os.clients.list.handler(async ({ input, context }) => {
    const clients = await listCatalogClients(context.core.catalog.reader)
    const shown = clients.filter((client) => !client.removedAt && (input.includeArchived || !client.archivedAt))
    return { clients: shown.map((client) => toSummary(context, client)) }
  }),
  get: os.clients.get.handler(({ input, context }) => getSummary(context, input.clientId)),
  create: os.clients.create.handler(async ({ input, context }) => getSummary(context, await createClient(context, input))),
  update: os.clients.update.handler(async ({ input, context }) => {
    const { clientId, name, color, zone, languages, weekStart } = input
    if (zone) assertZone(zone)
    if (name) await assertNameFree(context.core.catalog.reader, name, clientId)
    return changeProfile(context, clientId, {
      ...(name && { name: name.normalize('NFC') }),
      ...(color && { color: color.toLowerCase() }),
      ...(zone && { zone }),
      ...(languages && { languages }),
      ...(weekStart && { weekStart })
    })
  }),
  setLogo: os.clients.setLogo.handler(async ({ input, context }) =>
    changeProfile(context, input.clientId, { logoFile: await setLogo(context, input.clientId, input.fileToken) })
  ),
  pin: os.clients.pin.handler(async ({ input, context }) => {
    await getSummary(context, input.clientId)
    await changeEntry(context, input.clientId, { pinned: input.pinned })
    return getSummary(context, input.clientId)
  }),
  open: os.clients.open.handler(async ({ input, context }) => {
    const { catalog, now } = context.core
    await context.workspace(input.clientId)
    // Noted here and not where the file is opened: a list over all clients reads each without anybody having opened it.
    await catalog.write((tx) => noteOpened(tx, input.clientId, now()))
    return getSummary(context, input.clientId)
  }),
  archive: os.clients.archive.handler(({ input, context }) =>
    changeProfile(context, input.clientId, { archivedAt: context.core.now() }, true)
  ),
  restore: os.clients.restore.handler(({ input, context }) => changeProfile(context, input.clientId, { archivedAt: null }, true)),
  remove: os.clients.remove.handler(async ({ input, context }) => {
    const { name } = await getSummary(context, input.clientId)
    if (input.confirmName.trim() !== name) throw new AppError('validation.confirm-name', { name })
    await removeClient(context, input.clientId)
    return { ok: true as const }
  }),
  listRemoved: os.clients.listRemoved.handler(async ({ context }) => ({ clients: await removedClients(context.core.catalog.reader) })),
  recover: os.clients.recover.handler(async ({ input, context }) => {
    const client = await findCatalogClient(context.core.catalog.reader, input.clientId)
    if (!client?.removedAt) throw new AppError('not-found.client', { client: input.clientId })
    await changeEntry(context, input.clientId, { removedAt: null })
    await context.core.workspaces.reconcile()
    return getSummary(context, input.clientId)
  }),
  findFolders: os.clients.findFolders.handler(({ context }) => findFolders(context.core)),
  adopt: os.clients.adopt.handler(async ({ input, context }) => getSummary(context, await adoptFolder(context, input.token))),
  check: os.clients.check.handler(async ({ input, context, signal }) =>
    checkWorkspace(await context.workspace(input.clientId), signal)
  )
}
