import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reader, Tx } from '../context'
import { openLoggedDatabase, type LoggedDatabase } from '../db/logged-database'
import { catalogSchema } from '../db/schemas'
import { backupName, type HomeFolders } from './folders'
import { type ProfileRow, toProfile, toProfileColumns } from './profile.repository'
import type { ClientProfile } from './workspaces.types'

/** A client in the list: the entry, and the copy of its workspace's own profile. */
export interface CatalogClient extends ClientProfile {
  pinned: boolean
  removedAt: string | null
  openedAt: string | null
}

export async function openCatalog(home: HomeFolders, now: () => string): Promise<LoggedDatabase> {
  return openLoggedDatabase({
    path: home.catalog,
    schema: catalogSchema,
    exists: await stat(home.catalog).then(
      (file) => file.size > 0,
      () => false
    ),
    backup: (from) => join(home.backups, backupName('catalog-', from, now())),
    now,
    actor: 'person'
  })
}

interface CatalogRow extends ProfileRow {
  pinned: number
  removed_at: string | null
  opened_at: string | null
}

const toClient = (row: CatalogRow): CatalogClient => ({
  ...toProfile(row),
  pinned: row.pinned === 1,
  removedAt: row.removed_at,
  openedAt: row.opened_at
})

function selectClients(db: Reader | Tx) {
  return db('client_entry')
    .join('client_profile_copy', 'client_profile_copy.id', 'client_entry.id')
    .select('client_profile_copy.*', 'client_entry.pinned', 'client_entry.removed_at')
}

/** Pinned ones first, then by name: the order of the switcher and of Ctrl+1..9. */
export async function listCatalogClients(db: Reader | Tx): Promise<CatalogClient[]> {
  const rows = (await selectClients(db)) as CatalogRow[]
  return rows
    .map(toClient)
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }))
}

export async function findCatalogClient(db: Reader | Tx, id: string): Promise<CatalogClient | undefined> {
  const row = (await selectClients(db).where('client_entry.id', id).first()) as CatalogRow | undefined
  return row && toClient(row)
}

export async function insertEntry(tx: Tx, id: string, addedAt: string): Promise<void> {
  await tx('client_entry').insert({ id, pinned: 0, removed_at: null, added_at: addedAt })
}

export async function updateEntry(tx: Tx, id: string, change: { pinned?: boolean; removedAt?: string | null }): Promise<void> {
  await tx('client_entry')
    .where({ id })
    .update({
      ...(change.pinned !== undefined && { pinned: change.pinned ? 1 : 0 }),
      ...(change.removedAt !== undefined && { removed_at: change.removedAt })
    })
}

export async function putProfileCopy(tx: Tx, profile: ClientProfile): Promise<void> {
  await tx('client_profile_copy').insert(toProfileColumns(profile)).onConflict('id').merge()
}

export async function noteOpened(tx: Tx, id: string, at: string): Promise<void> {
  await tx('client_profile_copy').where({ id }).update({ opened_at: at })
}

export async function deleteEntry(tx: Tx, id: string): Promise<void> {
  await tx('client_entry').where({ id }).delete()
  await tx('client_profile_copy').where({ id }).delete()
}
