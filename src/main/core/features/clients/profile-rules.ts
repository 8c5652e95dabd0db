import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'
import { type CatalogClient, listCatalogClients } from '../../workspaces/catalog'

/** Told apart at a glance, in light and dark; each carries white initials at 4.5 : 1. */
export const clientColors = [
  '#2f6f4f', '#8a4b2d', '#3d5a99', '#7a3f78', '#7d6608', '#99374b', '#2b6e7a', '#5b5f2a', '#5a4a9c', '#6b5344'
] as const

/** @throws AppError `validation.zone` unless `zone` is an IANA name this machine knows */
export function assertZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new AppError('validation.zone', { zone })
  }
  // Offsets such as "+02:00" are accepted by newer engines, but know no daylight saving.
  if (/^[+-]/.test(zone)) throw new AppError('validation.zone', { zone })
}

export const foldName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

export async function findClientByName(db: Reader | Tx, name: string): Promise<CatalogClient | undefined> {
  const clients = await listCatalogClients(db)
  return clients.find((client) => !client.removedAt && foldName(client.name) === foldName(name))
}

/**
 * Names tell clients apart on the command line and in the switcher, so no two are alike.
 * @throws AppError `validation.name-taken`
 */
export async function assertNameFree(db: Reader | Tx, name: string, exceptId?: string): Promise<void> {
  const taken = await findClientByName(db, name)
  if (taken && taken.id !== exceptId) throw new AppError('validation.name-taken', { name })
}

/** The palette color used least so far. */
export async function nextColor(db: Reader): Promise<string> {
  const used = (await listCatalogClients(db)).map((client) => client.color)
  const uses = (color: string) => used.filter((other) => other === color).length
  return [...clientColors].sort((a, b) => uses(a) - uses(b))[0] ?? clientColors[0]
}
