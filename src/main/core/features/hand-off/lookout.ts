import type { Waiting } from '../../../../shared/features/hand-off/due-rules'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { findNextDue, listWaiting } from './due.queries'

interface Ahead {
  /** Nothing of the client comes due before this, as far as is known. */
  until: number
  waiting: Waiting[]
}

export interface Gathered {
  waiting: Waiting[]
  /** Clients that could be read. */
  known: Set<string>
}

/**
 * Looks over all clients that are not archived for what waits. One that is closed is opened again only when something of it comes
 * due, or when the clock was set back.
 */
export function createLookout(core: CoreServices): (now: string) => Promise<Gathered> {
  const ahead = new Map<string, Ahead>()
  let last = 0

  const ofClient = async (clientId: string, now: string): Promise<Waiting[]> => {
    const known = ahead.get(clientId)
    const at = Date.parse(now)
    if (known && at >= last && at < known.until && !core.workspaces.isOpen(clientId)) return known.waiting
    const { reader } = await core.workspaces.open(clientId)
    const waiting = await listWaiting(reader, clientId, now)
    ahead.set(clientId, { until: (await findNextDue(reader, now)) ?? Number.POSITIVE_INFINITY, waiting })
    return waiting
  }

  return async (now) => {
    const clients = (await listCatalogClients(core.catalog.reader)).filter(({ removedAt, archivedAt }) => !removedAt && !archivedAt)
    const waiting: Waiting[] = []
    const known = new Set<string>()
    for (const { id } of clients) {
      // One that another process holds is looked at the next time.
      const found = await ofClient(id, now).catch(() => undefined)
      if (!found) continue
      known.add(id)
      waiting.push(...found)
    }
    last = Date.parse(now)
    return { waiting, known }
  }
}
