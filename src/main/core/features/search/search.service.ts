import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import type { SearchHit, SearchKind } from '../../../../shared/features/search/search.contract'
import type { CoreServices } from '../../context'
import { type CatalogClient, listCatalogClients } from '../../workspaces/catalog'
import { matchExpression } from '../assets'
import { toPlanned, unplanned } from '../posts'
import { findWords, type FoundRow } from './search.repository'

type Search = Required<AppInputs['search']['everywhere']>
type Found = AppOutputs['search']['everywhere']

/** A hit with what it is ordered by. */
interface Ranked {
  hit: SearchHit
  /** 0: called so from the start; 1: has the words in its name; 2: tells of them elsewhere. */
  tier: number
  /** The place in the list of its kind. */
  place: number
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function tierOf(title: string, query: string): number {
  const [name, wanted] = [folded(title), folded(query)]
  if (name.startsWith(wanted)) return 0
  const words = name.split(/[^\p{L}\p{N}]+/u)
  return wanted.split(/[^\p{L}\p{N}]+/u).every((part) => words.some((word) => word.startsWith(part))) ? 1 : 2
}

function toHit(row: FoundRow, client: CatalogClient): SearchHit {
  const { kind, id, title, excerpt } = row
  const planned = toPlanned({ ...unplanned, ...row })
  return { kind, id, title, excerpt, planned, clientId: client.id, clientName: client.name, clientColor: client.color }
}

async function searchIn(core: CoreServices, client: CatalogClient, search: { query: string; match: string; kinds: readonly SearchKind[]; limit: number }): Promise<Ranked[]> {
  const { reader } = await core.workspaces.open(client.id)
  const ranked: Ranked[] = []
  for (const kind of search.kinds) {
    const rows = await findWords(reader, kind, search.match, search.limit)
    ranked.push(...rows.map((row, place) => ({ hit: toHit(row, client), place, tier: tierOf(row.title, search.query) })))
  }
  return ranked
}

const isMeant = (client: CatalogClient, { clientId, exceptClientId }: Search): boolean =>
  client.removedAt === null && (clientId === null ? client.archivedAt === null && client.id !== exceptClientId : client.id === clientId)

/**
 * Looks through clients one after another. One that cannot be read, since it is open elsewhere or damaged, is named and
 * keeps nobody from finding what is in the others.
 * @param signal ends the search between two clients: the person typed on
 */
export async function searchEverywhere(core: CoreServices, search: Search, signal?: AbortSignal): Promise<Found> {
  const match = matchExpression(search.query)
  const found: { ranked: Ranked[]; unread: Found['unread'] } = { ranked: [], unread: [] }
  if (!match) return { hits: [], unread: [] }
  const kinds = [...new Set(search.kinds)]
  for (const client of (await listCatalogClients(core.catalog.reader)).filter((one) => isMeant(one, search))) {
    signal?.throwIfAborted()
    try {
      found.ranked.push(...(await searchIn(core, client, { query: search.query, match, kinds, limit: search.limit })))
    } catch (error) {
      if (!isAppError(error)) throw error
      found.unread.push({ clientId: client.id, clientName: client.name, code: error.code })
    }
  }
  // Stable: within the same tier and place the order is that of the clients, and of the kinds as they were asked for.
  const hits = found.ranked.sort((one, other) => one.tier - other.tier || one.place - other.place).slice(0, search.limit)
  return { hits: hits.map(({ hit }) => hit), unread: found.unread }
}
