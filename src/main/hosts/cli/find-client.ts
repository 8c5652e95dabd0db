import { AppError } from '../../../shared/errors/app-error'
import type { ClientSummary, RemovedClient } from '../../../shared/features/clients/clients.contract'
import type { Session } from './session'
import { suggest } from './suggest'

interface Named {
  id: string
  name: string
}

const folded = (text: string): string => text.trim().toLocaleLowerCase()

/** The one that an id or a unique name means, whatever the case of its letters. */
export function pickNamed<T extends Named>(given: string, all: readonly T[]): T {
  const byId = all.find((one) => one.id === given)
  if (byId) return byId
  const [found, ...others] = all.filter((one) => folded(one.name) === folded(given))
  if (found && others.length === 0) return found
  if (found) {
    throw new AppError('not-found.client-name-ambiguous', { client: given, ids: [found, ...others].map((one) => one.id) })
  }
  throw new AppError('not-found.client', { client: given, suggestions: suggest(given, all.map((one) => one.name)) })
}

/** @throws AppError `not-found.client`, `not-found.client-name-ambiguous` */
export async function findClient(session: Session, given: string): Promise<ClientSummary> {
  const client = await session.client()
  return pickNamed(given, (await client.clients.list({})).clients)
}

/** @throws AppError `not-found.client`, `not-found.client-name-ambiguous` */
export async function findRemovedClient(session: Session, given: string): Promise<RemovedClient> {
  const client = await session.client()
  return pickNamed(given, (await client.clients.listRemoved()).clients)
}
